/**
 * The canvas over the map on which everything that moves is drawn.
 *
 * It is drawn in the same frame as the map when the map moves, and by itself when only the traffic does; never otherwise. Layers
 * are drawn in their order, each from the same list of targets in view.
 */

import { View } from './mercator.js';
import { PALETTES } from './palette.js';
import { settings } from './settings.js';

/** @typedef {import('./picture.js').Target} Target */

/**
 * What a layer needs to draw one frame; the same object each time.
 * @typedef {object} Frame
 * @property {CanvasRenderingContext2D} context in CSS pixels
 * @property {View} view
 * @property {import('./palette.js').Palette} palette
 * @property {Target[]} targets in view; only the first `count`
 * @property {Float32Array} screenX of each target in view @property {Float32Array} screenY
 * @property {number} count
 * @property {boolean} flash whether flashing things are in their bright half
 */

/** @typedef {{draw(frame: Frame): void}} Layer */

const MARGIN_PIXELS = 60;
const FLASH_MILLISECONDS = 600;

export class Overlay {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {maplibregl.Map | null} map null: nothing to draw on
   * @param {import('./picture.js').Picture} picture
   * @param {Layer[]} layers from the ground up
   */
  constructor(canvas, map, picture, layers) {
    this.canvas = canvas;
    this.map = map;
    this.picture = picture;
    this.layers = layers;
    const context = canvas.getContext('2d', { willReadFrequently: map !== null && isSoftware(map) });
    if (!context) throw new Error('no canvas');
    /** @type {Frame} */
    this.frame = {
      context, view: new View(), palette: PALETTES[settings.style], targets: [],
      screenX: new Float32Array(256), screenY: new Float32Array(256), count: 0, flash: true,
    };
    this.scheduled = false;
    this.drawn = 0;
    /** @type {(milliseconds: number) => void} */
    this.onDrawn = () => {};
    this.steady = matchMedia('(prefers-reduced-motion: reduce)');
    map?.on('render', () => this.draw());
    setInterval(() => { if (this.isFlashing()) this.invalidate(); }, FLASH_MILLISECONDS);
  }

  /** Draw at the next frame. */
  invalidate() {
    if (this.scheduled || !this.map) return;
    this.scheduled = true;
    requestAnimationFrame(() => { if (this.scheduled) this.draw(); });
  }

  isFlashing() {
    if (this.steady.matches) return false;
    for (const target of this.picture.targets.values()) {
      if (target.severity >= 3 && !target.quietened) return true;
    }
    return false;
  }

  draw() {
    this.scheduled = false;
    if (!this.map) return;
    const start = performance.now();
    const { frame } = this;
    const { context } = frame;
    const ratio = devicePixelRatio || 1;
    const width = this.canvas.clientWidth, height = this.canvas.clientHeight;
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    frame.palette = PALETTES[settings.style];
    frame.flash = this.steady.matches || Math.floor(start / FLASH_MILLISECONDS) % 2 === 0;
    frame.view.follow(this.map, width, height);
    this.collect();
    for (const layer of this.layers) layer.draw(frame);
    this.drawn++;
    this.onDrawn(performance.now() - start);
  }

  /** Put the targets that can be seen into the frame. */
  collect() {
    const { frame } = this;
    const { view } = frame;
    let count = 0;
    for (const target of this.picture.targets.values()) {
      if (!target.shown) continue;
      const x = view.screenX(target.x), y = view.screenY(target.y);
      if (x < -MARGIN_PIXELS || y < -MARGIN_PIXELS || x > view.width + MARGIN_PIXELS || y > view.height + MARGIN_PIXELS) continue;
      if (count === frame.screenX.length) this.grow();
      frame.targets[count] = target;
      frame.screenX[count] = x;
      frame.screenY[count] = y;
      count++;
    }
    frame.count = count;
  }

  grow() {
    for (const name of /** @type {const} */ (['screenX', 'screenY'])) {
      const larger = new Float32Array(this.frame[name].length * 2);
      larger.set(this.frame[name]);
      this.frame[name] = larger;
    }
  }

  /**
   * The target nearest to a point on the screen, within reach of a finger.
   * @param {number} x @param {number} y @param {number} [reach] pixels
   * @returns {Target | null}
   */
  pick(x, y, reach = 16) {
    let nearest = null, least = reach * reach;
    for (let i = 0; i < this.frame.count; i++) {
      const away = (this.frame.screenX[i] - x) ** 2 + (this.frame.screenY[i] - y) ** 2;
      if (away < least) {
        least = away;
        nearest = this.frame.targets[i];
      }
    }
    return nearest;
  }
}

/**
 * Whether the map is drawn without a graphics processor. Then the canvas had better not pretend to have one either: drawn by the
 * processor directly, which is what `willReadFrequently` asks for, a thousand aircraft take half the time.
 * @param {maplibregl.Map} map
 */
function isSoftware(map) {
  const context = map.getCanvas().getContext('webgl2');
  const names = context?.getExtension('WEBGL_debug_renderer_info');
  return Boolean(context && names && /swiftshader|llvmpipe|software/i.test(String(context.getParameter(names.UNMASKED_RENDERER_WEBGL))));
}
