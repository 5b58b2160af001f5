/**
 * Is the station still there? A state machine without clock or timers: time goes in, what to do comes out.
 *
 * Every byte counts as a sign of life; the station sends one at least once a second. After `SILENCE_SECONDS` without one the
 * link is lost, said so on the page, and dialled again with growing pauses.
 */

export const SILENCE_SECONDS = 3;
const FIRST_PAUSE_SECONDS = 0.5;
const LONGEST_PAUSE_SECONDS = 5;

/** @typedef {'connecting' | 'live' | 'lost'} LinkState */

export class Watchdog {
  /** @param {number} now seconds, any origin */
  constructor(now) {
    /** @type {LinkState} */
    this.state = 'connecting';
    this.lastSign = now;
    this.pause = FIRST_PAUSE_SECONDS;
    /**
     * When to dial again; null while a connection stands or is being made.
     * @type {number | null}
     */
    this.dialAt = now;
  }

  /**
   * A byte arrived.
   * @param {number} now
   */
  sign(now) {
    this.lastSign = now;
    this.state = 'live';
    this.pause = FIRST_PAUSE_SECONDS;
  }

  /**
   * A connection is being made.
   * @param {number} now
   */
  dialled(now) {
    this.dialAt = null;
    this.dialledAt = now;
  }

  /**
   * The connection ended, or could not be made.
   * @param {number} now
   */
  closed(now) {
    this.dialAt = now + this.pause;
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_SECONDS);
  }

  /**
   * Seconds since the last sign of life.
   * @param {number} now
   */
  silence(now) {
    return now - this.lastSign;
  }

  /**
   * To be called a few times a second.
   * @param {number} now
   * @returns {'nothing' | 'dial' | 'hangUp'} what to do
   */
  tick(now) {
    if (this.silence(now) >= SILENCE_SECONDS) this.state = 'lost';
    if (this.dialAt !== null) return now >= this.dialAt ? 'dial' : 'nothing';
    const since = Math.max(this.lastSign, this.dialledAt ?? this.lastSign);
    return now - since >= SILENCE_SECONDS ? 'hangUp' : 'nothing';
  }
}
