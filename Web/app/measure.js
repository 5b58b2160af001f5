/** The measuring line: WGS-84 distance, and bearing there and back; an end put on an aircraft stays with it. */

import { inverse } from './geodesy.js';
import { t } from './i18n.js';
import { mercatorX, mercatorY } from './mercator.js';
import { angle, distance } from './units.js';

/** @typedef {{id: string | null, lat: number, lon: number}} End */

export class MeasureLayer {
  /** @param {import('./picture.js').Picture} picture */
  constructor(picture) {
    this.picture = picture;
    this.active = false;
    /** @type {End | null} */
    this.first = null;
    /** @type {End | null} */
    this.second = null;
    /**
     * Where the cursor is, while the second point is sought.
     * @type {End | null}
     */
    this.moving = null;
  }

  start() {
    this.active = true;
    this.first = null;
    this.second = null;
    this.moving = null;
  }

  stop() {
    this.active = false;
    this.first = null;
    this.second = null;
  }

  /** @param {End} end */
  click(end) {
    if (!this.first || this.second) {
      this.first = end;
      this.second = null;
    } else this.second = end;
  }

  /**
   * Where an end is now.
   * @param {End} end
   */
  place(end) {
    const track = end.id === null ? undefined : this.picture.targets.get(end.id)?.track;
    // Of an aircraft that is gone the last place that was seen stays, not the one where it was clicked.
    if (track) Object.assign(end, { lat: track.lat, lon: track.lon });
    return end;
  }

  /**
   * Whether an end stands on an aircraft that is not there any more.
   * @param {End} end
   */
  isGone(end) {
    return end.id !== null && !this.picture.targets.has(end.id);
  }

  /** What the line says now; null when there is no line. */
  text() {
    const end = this.second ?? this.moving;
    if (!this.active || !this.first || !end) return null;
    const from = this.place(this.first), to = this.place(end);
    const line = inverse(from.lat, from.lon, to.lat, to.lon);
    if (!line) return t('measure.far');
    const text = t('measure.label', { distance: distance(line.metres), forward: angle(line.initial), back: angle(line.final + 180) });
    return this.isGone(this.first) || this.isGone(end) ? `${text} · ${t('measure.gone')}` : text;
  }

  /** @param {import('./overlay.js').Frame} frame */
  draw({ context, view, palette }) {
    const end = this.second ?? this.moving;
    if (!this.active || !this.first || !end) return;
    const from = this.place(this.first), to = this.place(end);
    const ax = view.screenX(mercatorX(from.lon)), ay = view.screenY(mercatorY(from.lat));
    const bx = view.screenX(mercatorX(to.lon)), by = view.screenY(mercatorY(to.lat));
    context.strokeStyle = palette.tool;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(ax, ay);
    context.lineTo(bx, by);
    context.moveTo(ax + 4, ay);
    context.arc(ax, ay, 4, 0, 2 * Math.PI);
    context.moveTo(bx + 4, by);
    context.arc(bx, by, 4, 0, 2 * Math.PI);
    context.stroke();
    const text = this.text();
    if (text === null) return;
    context.font = '12px "IBM Plex Mono", "DejaVu Sans Mono", monospace';
    const width = context.measureText(text).width + 12;
    const left = Math.max(4, Math.min(view.width - width - 4, bx + 10)), top = Math.max(4, Math.min(view.height - 24, by + 10));
    context.fillStyle = palette.labelGround;
    context.fillRect(left, top, width, 20);
    context.fillStyle = palette.tool;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fillText(text, left + 6, top + 14);
  }
}
