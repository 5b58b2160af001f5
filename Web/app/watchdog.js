/**
 * Is the station still there? A state machine without clock or timers: time goes in, what to do comes out.
 *
 * Every byte counts as a sign of life; the station sends one at least once a second. After `SILENCE_SECONDS` without one the
 * link is lost, said so on the page, and dialled again with growing pauses. It is live again once a whole picture is in: until then
 * the page shows what was.
 */

export const SILENCE_SECONDS = 3;
const FIRST_PAUSE_SECONDS = 0.5;
const LONGEST_PAUSE_SECONDS = 5;
/** A connection that has been of use for so long is taken for sound. */
const STEADY_SECONDS = 10;

/** @typedef {'connecting' | 'live' | 'lost'} LinkState */

export class Watchdog {
  /** @param {number} now seconds, any origin */
  constructor(now) {
    /** @type {LinkState} */
    this.state = 'connecting';
    this.lastSign = now;
    /** The last sign of life while a whole picture was in. */
    this.lastLive = now;
    this.hasPicture = false;
    this.pause = FIRST_PAUSE_SECONDS;
    /** Pause after events that were of no use; it grows however much arrives. */
    this.faultPause = 0;
    /**
     * When to dial again; null while a connection stands or is being made.
     * @type {number | null}
     */
    this.dialAt = now;
    this.dialledAt = now;
  }

  /**
   * A byte arrived.
   * @param {number} now
   */
  sign(now) {
    this.lastSign = now;
    if (!this.hasPicture) return;
    this.state = 'live';
    this.lastLive = now;
    if (now - this.dialledAt >= STEADY_SECONDS) this.faultPause = 0;
  }

  /**
   * A whole picture is in.
   * @param {number} now
   */
  whole(now) {
    this.hasPicture = true;
    this.pause = FIRST_PAUSE_SECONDS;
    this.sign(now);
  }

  /** What arrived was of no use: the connection is given up for another, which begins with a whole picture. */
  faulted() {
    this.faultPause = Math.min(Math.max(this.faultPause * 2, FIRST_PAUSE_SECONDS), LONGEST_PAUSE_SECONDS);
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
    this.hasPicture = false;
    this.dialAt = now + Math.max(this.pause, this.faultPause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_SECONDS);
  }

  /**
   * There is reason to try at once, and not only after the pause.
   * @param {number} now
   */
  hurry(now) {
    if (this.dialAt !== null) this.dialAt = now;
  }

  /**
   * Seconds for which the picture has not been of now.
   * @param {number} now
   */
  silence(now) {
    return now - this.lastLive;
  }

  /**
   * To be called a few times a second.
   * @param {number} now
   * @returns {'nothing' | 'dial' | 'hangUp'} what to do
   */
  tick(now) {
    if (this.silence(now) >= SILENCE_SECONDS) this.state = 'lost';
    if (this.dialAt !== null) return now >= this.dialAt ? 'dial' : 'nothing';
    return now - Math.max(this.lastSign, this.dialledAt) >= SILENCE_SECONDS ? 'hangUp' : 'nothing';
  }
}
