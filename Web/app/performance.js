/** The page's own frame time and its lag behind the station, shown in a corner on demand and kept for tests. */

import { byId, write } from './dom.js';
import { number, t } from './i18n.js';
import { settings } from './settings.js';

const KEPT = 240;

export class PerformanceMeter {
  constructor() {
    /** Milliseconds that drawing the overlay took. */
    this.draws = new Float32Array(KEPT);
    this.drawCount = 0;
    /** Milliseconds from frame to frame, while measured. */
    this.frames = new Float32Array(KEPT);
    this.frameCount = 0;
    this.lagMilliseconds = NaN;
    /** Least difference of the two clocks seen: where they differ, it is taken off. */
    this.clockOffset = Infinity;
    /** @type {number | null} */
    this.sentAt = null;
    this.updates = 0;
    this.updatesBefore = 0;
    this.lastFrame = 0;
    this.running = false;
  }

  /**
   * News arrived.
   * @param {number | undefined} sent wall clock of the station, Unix seconds
   */
  arrived(sent) {
    this.updates++;
    if (sent === undefined) return;
    this.clockOffset = Math.min(this.clockOffset, Date.now() / 1000 - sent);
    this.sentAt = sent;
  }

  /**
   * The overlay was drawn.
   * @param {number} milliseconds
   */
  drawn(milliseconds) {
    this.draws[this.drawCount++ % KEPT] = milliseconds;
    if (this.sentAt === null) return;
    // Clocks of two machines may differ by more than any lag: then only what exceeds the least is lag.
    const offset = this.clockOffset < 0 || this.clockOffset > 2 ? this.clockOffset : 0;
    this.lagMilliseconds = (Date.now() / 1000 - this.sentAt - offset) * 1000;
    this.sentAt = null;
  }

  /** Measure frames as long as the corner is shown. */
  run() {
    if (this.running || !settings.performance) return;
    this.running = true;
    this.lastFrame = 0;
    /** @param {number} now */
    const step = (now) => {
      if (this.lastFrame > 0) this.frames[this.frameCount++ % KEPT] = now - this.lastFrame;
      this.lastFrame = now;
      this.running = settings.performance;
      if (this.running) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  /**
   * Once a second.
   * @param {number} drawnTargets @param {number} labels
   */
  refresh(drawnTargets, labels) {
    const corner = byId('performance');
    corner.hidden = !settings.performance;
    const rate = this.updates - this.updatesBefore;
    this.updatesBefore = this.updates;
    if (!settings.performance) return;
    this.run();
    const draws = summary(this.draws, this.drawCount), frames = summary(this.frames, this.frameCount);
    write(corner, [
      `${t('performance.frame', { median: number(frames.median, 1), worst: number(frames.worst, 0) })}  (${number(draws.median, 1)} ms)`,
      t('performance.lag', { lag: Number.isNaN(this.lagMilliseconds) ? '–' : number(this.lagMilliseconds, 0) }),
      t('performance.counts', { drawn: drawnTargets, labels, rate }),
    ].join('\n'));
  }
}

/** @param {Float32Array} values @param {number} count */
export function summary(values, count) {
  const sorted = values.slice(0, Math.min(count, values.length)).sort();
  return sorted.length === 0 ? { median: 0, worst: 0 } : { median: sorted[sorted.length >> 1], worst: sorted[sorted.length - 1] };
}
