/** Which tune is due, of several that repeat: one at a time, the most urgent first. It sees no clock: time goes in, a tune comes out. */

/** @typedef {import('./sound.js').Tune} Tune */
/** @typedef {{tune: Tune, everySeconds: number}} Call what sounds until somebody sees to it */

/** The longest tune has ended by then. */
const GAP_SECONDS = 1.1;

export class Repeats {
  constructor() {
    /** @type {Map<Tune, number>} */
    this.soundedAt = new Map();
    this.lastAt = -Infinity;
  }

  /**
   * There is something new that `tune` stands for: it is due whenever it sounded last.
   * @param {Tune} tune
   */
  renew(tune) {
    this.soundedAt.delete(tune);
  }

  /**
   * @param {Call[]} calls the most urgent first @param {number} now seconds, any origin
   * @returns {Tune | null}
   */
  due(calls, now) {
    if (now - this.lastAt < GAP_SECONDS) return null;
    return calls.find(({ tune, everySeconds }) => now - (this.soundedAt.get(tune) ?? -Infinity) >= everySeconds)?.tune ?? null;
  }

  /** @param {Tune} tune @param {number} now */
  sounded(tune, now) {
    this.soundedAt.set(tune, now);
    this.lastAt = now;
  }
}
