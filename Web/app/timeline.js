/** Replay: play, pause, speed, and a time line that shows where the encounters are and can be sought on. */

import { get, order } from './api.js';
import { byId, mark, write } from './dom.js';
import { number, t } from './i18n.js';
import { niceTimeStep } from './scales.js';
import { clock } from './units.js';

const SPEEDS = [1, 2, 5, 10, 20, 50, 100, 200];
const ASK_AGAIN_MILLISECONDS = 3000;
/** Start this long before an encounter, so that one sees it come. */
export const LEAD_SECONDS = 60;

export class Timeline {
  /** @param {import('./picture.js').Picture} picture @param {(problem: unknown) => void} complain */
  constructor(picture, complain) {
    this.picture = picture;
    this.complain = complain;
    /** @type {import('./types').TimelineAnswer | null} */
    this.answer = null;
    /**
     * Where the head was dragged to, until the station is there.
     * @type {number | null}
     */
    this.sought = null;
    this.dragging = false;
    /** Horizontal minimum, to which closeness is measured. */
    this.minimumMetres = 9260;
    this.line = byId('timeline');
    this.canvas = byId('timeline-marks');
    for (const speed of SPEEDS) byId('replay-speed').append(new Option(`${speed}×`, String(speed)));
    byId('replay-play').addEventListener('click', () => this.toggle());
    byId('replay-previous').addEventListener('click', () => this.step(-1));
    byId('replay-next').addEventListener('click', () => this.step(1));
    const select = /** @type {HTMLSelectElement} */ (byId('replay-speed'));
    select.addEventListener('change', () => this.order({ action: 'speed', speed: Number(select.value) }));
    this.listen();
    new ResizeObserver(() => this.drawMarks()).observe(this.line);
  }

  listen() {
    const { line } = this;
    line.addEventListener('pointerdown', (event) => {
      this.dragging = true;
      line.setPointerCapture(event.pointerId);
      this.hover(event.offsetX, true);
    });
    line.addEventListener('pointermove', (event) => this.hover(event.offsetX, this.dragging));
    line.addEventListener('pointerup', (event) => {
      if (!this.dragging) return;
      this.dragging = false;
      this.seek(this.timeAt(event.offsetX));
    });
    line.addEventListener('pointercancel', () => { this.dragging = false; this.sought = null; this.refresh(); });
    line.addEventListener('pointerleave', () => { byId('timeline-hint').hidden = true; });
    line.addEventListener('keydown', (event) => {
      const steps = /** @type {Record<string, number>} */ ({ ArrowLeft: -10, ArrowRight: 10, ArrowDown: -10, ArrowUp: 10, PageDown: -300, PageUp: 300 });
      const { replay } = this.picture;
      if (!replay) return;
      if (event.key in steps) this.seek((this.sought ?? this.picture.time) + steps[event.key] * (event.shiftKey ? 6 : 1));
      else if (event.key === 'Home') this.seek(replay.start);
      else if (event.key === 'End') this.seek(replay.end);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** Ask the station where the encounters are; again until it has found them all. */
  async load() {
    if (!this.picture.replay) return;
    clearTimeout(this.timer);
    try {
      this.answer = await get('/api/timeline');
      this.drawMarks();
      this.refresh();
      if (this.answer?.complete !== false) return;
    } catch {
      // Asked again below.
    }
    this.timer = setTimeout(() => void this.load(), ASK_AGAIN_MILLISECONDS);
  }

  toggle() {
    const { replay } = this.picture;
    if (replay) this.order({ action: replay.paused || replay.ended ? 'play' : 'pause' });
  }

  /** @param {number} direction */
  changeSpeed(direction) {
    const { replay } = this.picture;
    if (!replay) return;
    const speed = direction > 0 ? SPEEDS.find((candidate) => candidate > replay.speed) : [...SPEEDS].reverse().find((candidate) => candidate < replay.speed);
    if (speed) this.order({ action: 'speed', speed });
  }

  /**
   * To the next or previous encounter, shortly before it begins.
   * @param {number} direction
   */
  step(direction) {
    const starts = (this.answer?.encounters ?? []).map((encounter) => encounter.start - LEAD_SECONDS).sort((a, b) => a - b);
    const now = this.sought ?? this.picture.time;
    const next = direction > 0 ? starts.find((start) => start > now + 1) : starts.reverse().find((start) => start < now - 5);
    if (next !== undefined) this.seek(next);
  }

  /** @param {number} time */
  seek(time) {
    const { replay } = this.picture;
    if (!replay) return;
    this.sought = Math.max(replay.start, Math.min(replay.end, Math.round(time)));
    this.refresh();
    this.order({ action: 'seek', time: this.sought });
  }

  /** @param {{action: string, time?: number, speed?: number}} body */
  async order(body) {
    try {
      await order('POST', '/api/replay', body);
    } catch (problem) {
      this.sought = null;
      this.complain(problem);
    }
  }

  /** The station has a new picture. */
  arrived() {
    if (!this.dragging) this.sought = null;
  }

  /** @param {number} x */
  timeAt(x) {
    const { replay } = this.picture;
    if (!replay) return 0;
    return replay.start + Math.max(0, Math.min(1, x / this.line.clientWidth)) * (replay.end - replay.start);
  }

  /** @param {number} x @param {boolean} drag */
  hover(x, drag) {
    const time = this.timeAt(x);
    if (drag) {
      this.sought = time;
      this.refresh();
    }
    const hint = byId('timeline-hint');
    hint.hidden = false;
    hint.style.left = `${Math.max(30, Math.min(this.line.clientWidth - 30, x))}px`;
    const near = (this.answer?.encounters ?? []).filter((encounter) => time >= encounter.start - 20 && time <= encounter.end + 20).length;
    write(hint, clock(time) + (near > 0 ? `  ${t('replay.encounters', { count: near })}` : ''));
  }

  refresh() {
    const { replay } = this.picture;
    const footer = byId('replay');
    footer.hidden = !replay;
    if (!replay) return;
    mark(footer, 'data-paused', String(replay.paused || replay.ended));
    const play = byId('replay-play'), label = t(replay.paused || replay.ended ? 'replay.play' : 'replay.pause');
    mark(play, 'aria-label', label);
    mark(play, 'title', label);
    const select = /** @type {HTMLSelectElement} */ (byId('replay-speed'));
    if (document.activeElement !== select) {
      if (!SPEEDS.includes(replay.speed) && ![...select.options].some((option) => Number(option.value) === replay.speed)) {
        select.append(new Option(`${number(replay.speed)}×`, String(replay.speed)));
      }
      select.value = String(replay.speed);
    }
    write(byId('replay-start'), clock(replay.start).slice(0, 5));
    write(byId('replay-end'), clock(replay.end).slice(0, 5));
    const now = this.sought ?? this.picture.time;
    byId('timeline-head').style.left = `${((now - replay.start) / Math.max(1, replay.end - replay.start)) * 100}%`;
    mark(this.line, 'aria-valuemin', String(Math.round(replay.start)));
    mark(this.line, 'aria-valuemax', String(Math.round(replay.end)));
    mark(this.line, 'aria-valuenow', String(Math.round(now)));
    mark(this.line, 'aria-valuetext', clock(now));
    write(byId('timeline-count'), !this.answer ? '' : this.answer.complete === false ? t('replay.computing')
      : t('replay.encounters', { count: this.answer.encounters.length }));
  }

  /** One bar an encounter, the taller the closer. */
  drawMarks() {
    const canvas = /** @type {HTMLCanvasElement} */ (this.canvas);
    const { replay } = this.picture;
    const context = canvas.getContext('2d');
    if (!context || !replay) return;
    const ratio = devicePixelRatio || 1, width = canvas.clientWidth, height = canvas.clientHeight;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    context.scale(ratio, ratio);
    const colours = getComputedStyle(document.documentElement);
    const span = Math.max(1, replay.end - replay.start);
    const base = height - 13;
    context.fillStyle = colours.getPropertyValue('--line-strong');
    context.fillRect(0, base, width, 1);
    context.font = '10px "IBM Plex Sans", "Liberation Sans", sans-serif';
    context.textAlign = 'center';
    const step = niceTimeStep(span, Math.max(2, width / 90));
    for (let time = Math.ceil(replay.start / step) * step; time < replay.end; time += step) {
      const x = ((time - replay.start) / span) * width;
      context.fillStyle = colours.getPropertyValue('--line-strong');
      context.fillRect(Math.round(x), base, 1, 4);
      context.fillStyle = colours.getPropertyValue('--faint');
      if (x > 18 && x < width - 18) context.fillText(clock(time).slice(0, 5), x, height - 1);
    }
    for (const encounter of this.answer?.encounters ?? []) {
      const closeness = 1 - Math.min(1, encounter.minHorizontalMetres / this.minimumMetres);
      const x = ((encounter.start - replay.start) / span) * width;
      const tall = 4 + closeness * (base - 6);
      // Only the closest half stands out: the line is looked at all day.
      context.fillStyle = colours.getPropertyValue(closeness > 0.5 ? '--advisory' : '--dim');
      context.globalAlpha = closeness > 0.5 ? 0.8 : 0.45;
      context.fillRect(x, base - tall, Math.max(1.5, ((encounter.end - encounter.start) / span) * width), tall);
    }
    context.globalAlpha = 1;
  }
}
