/** A small plot of one quantity against time, in SVG: its curve, the minimum, losses, the time now, and a forecast. */

import { t } from './i18n.js';
import { niceStep, niceTimeStep } from './scales.js';
import { clock } from './units.js';

/**
 * @typedef {object} PlotContent
 * @property {string} title
 * @property {[number, number | null][]} rows Unix seconds and value; null breaks the curve
 * @property {[number, number]} range of time
 * @property {number | null} minimum
 * @property {boolean} fromZero whether the axis starts at nought
 * @property {number} unit the value of one unit on the axis
 * @property {(value: number) => string} format with unit
 * @property {number | null} now
 * @property {[number, number][]} losses stretches of time
 * @property {[number, number][]} forecast
 */

const SVG = 'http://www.w3.org/2000/svg';
const LEFT = 34, RIGHT = 8, TOP = 18, BOTTOM = 15;

/** Each plot's clipping path needs a name of its own on the page. */
let clipCount = 0;

/** @param {string} name @param {Record<string, string | number>} attributes @param {string} [text] */
function shape(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

export class Plot {
  /** @param {HTMLElement} container */
  constructor(container) {
    this.svg = /** @type {SVGSVGElement} */ (shape('svg', { class: 'plot', role: 'img' }));
    this.probe = shape('g', {});
    this.clip = `plot-${++clipCount}`;
    /** @type {PlotContent | null} */
    this.content = null;
    container.append(this.svg);
    this.svg.addEventListener('pointermove', (event) => this.showProbe(event.offsetX));
    this.svg.addEventListener('pointerleave', () => this.probe.replaceChildren());
  }

  /** @param {PlotContent} content */
  show(content) {
    this.content = content;
    const width = this.svg.clientWidth || 320, height = this.svg.clientHeight || 94;
    this.width = width;
    this.height = height;
    this.scale(content);
    const curves = shape('g', { 'clip-path': `url(#${this.clip})` });
    curves.append(...this.curves(content));
    const clip = shape('clipPath', { id: this.clip });
    clip.append(shape('rect', { x: LEFT, y: TOP - 1, width: width - LEFT - RIGHT, height: height - TOP - BOTTOM + 2 }));
    const parts = [clip, ...this.axes(content), ...this.marks(content), curves, this.probe];
    this.probe.replaceChildren();
    this.svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.svg.replaceChildren(...parts);
    const values = content.rows.flatMap((row) => (row[1] === null ? [] : [row[1]]));
    this.svg.setAttribute('aria-label', values.length === 0 ? `${content.title}: ${t('plot.noData')}` : t('plot.summary', {
      title: content.title, now: content.format(values[values.length - 1]), least: content.format(values.reduce((a, b) => Math.min(a, b))),
    }));
  }

  /** @param {PlotContent} content */
  scale(content) {
    let low = Infinity, high = -Infinity;
    for (const [, value] of [...content.rows, ...content.forecast]) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (low > high) [low, high] = [0, content.minimum ?? 1];
    if (content.fromZero) {
      // What matters lies near the minimum: far beyond it the curve may leave at the top, but never where it is now.
      const interesting = content.minimum ? 4 * content.minimum : high;
      const last = content.rows[content.rows.length - 1]?.[1] ?? 0;
      low = 0;
      high = Math.max(Math.min(high, interesting), (content.minimum ?? 0) * 1.4, last * 1.1);
    } else {
      const pad = Math.max((high - low) * 0.08, content.unit * 2);
      low -= pad;
      high += pad;
    }
    this.low = low;
    this.high = high === low ? low + 1 : high;
  }

  /** @param {number} time */
  x(time) {
    const [from, to] = this.content?.range ?? [0, 1];
    return LEFT + ((time - from) / Math.max(1, to - from)) * ((this.width ?? 0) - LEFT - RIGHT);
  }

  /** @param {number} value */
  y(value) {
    const { low = 0, high = 1 } = this;
    return TOP + (1 - (value - low) / (high - low)) * ((this.height ?? 0) - TOP - BOTTOM);
  }

  /** @param {PlotContent} content */
  axes(content) {
    const { width = 0, height = 0, low = 0, high = 1 } = this;
    const parts = [shape('text', { x: LEFT, y: 11, class: 'plot-title' }, content.title)];
    const step = niceStep((high - low) / content.unit, 4) * content.unit;
    for (let value = Math.ceil(low / step) * step; value <= high; value += step) {
      const y = Math.round(this.y(value)) + 0.5;
      parts.push(shape('line', { x1: LEFT, x2: width - RIGHT, y1: y, y2: y, class: 'grid' }));
      parts.push(shape('text', { x: LEFT - 4, y: y + 3, 'text-anchor': 'end' }, String(Math.round((value / content.unit) * 100) / 100)));
    }
    const [from, to] = content.range;
    const timeStep = niceTimeStep(to - from, 5);
    for (let time = Math.ceil(from / timeStep) * timeStep; time <= to; time += timeStep) {
      const x = this.x(time);
      if (x > width - 20) break;
      parts.push(shape('line', { x1: x, x2: x, y1: height - BOTTOM, y2: height - BOTTOM + 3, class: 'grid' }));
      parts.push(shape('text', { x, y: height - 2, 'text-anchor': 'middle' }, clock(time).slice(0, timeStep < 60 ? 8 : 5)));
    }
    return parts;
  }

  /** @param {PlotContent} content */
  marks(content) {
    const { width = 0, height = 0 } = this;
    const parts = [];
    for (const [from, to] of content.losses) {
      const x = this.x(from), end = Math.max(x + 1.5, this.x(to));
      parts.push(shape('rect', { x, y: TOP, width: end - x, height: height - TOP - BOTTOM, class: 'loss' }));
      parts.push(shape('line', { x1: x, x2: end, y1: height - BOTTOM, y2: height - BOTTOM, class: 'loss-edge' }));
    }
    if (content.minimum !== null) {
      const y = this.y(content.minimum);
      parts.push(shape('line', { x1: LEFT, x2: width - RIGHT, y1: y, y2: y, class: 'minimum' }));
      parts.push(shape('text', { x: LEFT + 3, y: y - 3, class: 'minimum-text' },
        `${t('plot.minimum')} ${content.format(content.minimum)}`));
    }
    if (content.now !== null && content.now >= content.range[0] && content.now <= content.range[1]) {
      const x = this.x(content.now);
      parts.push(shape('line', { x1: x, x2: x, y1: TOP, y2: height - BOTTOM, class: 'now' }));
    }
    return parts;
  }

  /** @param {PlotContent} content */
  curves(content) {
    if (content.rows.length === 0) {
      return [shape('text', { x: (this.width ?? 0) / 2, y: (this.height ?? 0) / 2 + 8, 'text-anchor': 'middle' }, t('plot.noData'))];
    }
    // Of the values that fall on one pixel the smallest is drawn: a close approach is never smoothed away.
    let path = '', column = -1, least = 0, pen = false;
    const flush = () => {
      if (column < 0) return;
      path += `${pen ? 'L' : 'M'}${column} ${this.y(least).toFixed(1)}`;
      pen = true;
      column = -1;
    };
    for (const [time, value] of content.rows) {
      if (value === null) {
        flush();
        pen = false;
        continue;
      }
      const x = Math.round(this.x(time) * 2) / 2;
      if (x !== column) {
        flush();
        column = x;
        least = value;
      } else least = Math.min(least, value);
    }
    flush();
    const parts = [shape('path', { d: path, class: 'curve' })];
    if (content.forecast.length > 1) {
      parts.push(shape('path', {
        d: content.forecast.map(([time, value], index) => `${index ? 'L' : 'M'}${this.x(time).toFixed(1)} ${this.y(value).toFixed(1)}`).join(''),
        class: 'forecast',
      }));
    }
    return parts;
  }

  /**
   * The value under the pointer.
   * @param {number} atX
   */
  showProbe(atX) {
    const { content } = this;
    if (!content || content.rows.length === 0) return;
    /** @type {[number, number] | null} */
    let nearest = null;
    for (const [time, value] of content.rows) {
      if (value !== null && (nearest === null || Math.abs(this.x(time) - atX) < Math.abs(this.x(nearest[0]) - atX))) nearest = [time, value];
    }
    if (!nearest) return;
    const x = this.x(nearest[0]);
    this.probe.replaceChildren(
      shape('line', { x1: x, x2: x, y1: TOP, y2: (this.height ?? 0) - BOTTOM, class: 'probe' }),
      shape('text', { x: (this.width ?? 0) - RIGHT, y: 11, 'text-anchor': 'end', class: 'probe-text' },
        `${clock(nearest[0])}  ${content.format(nearest[1])}`));
  }
}
