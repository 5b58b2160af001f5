/** Whether what is on the screen is of now: the link may be lost, and a picture may stand still although the station answers. */

import { monotonicSeconds } from './monotonic.js';

/** A live picture moves on once a second. */
export const STANDSTILL_SECONDS = 5;

/** How long a live picture has stood still. It sees no clock: time goes in. */
export class Standstill {
  /** @param {number} now seconds, any origin */
  constructor(now) {
    this.time = NaN;
    this.movedAt = now;
  }

  /**
   * @param {{ready: boolean, time: number, replay: unknown}} picture @param {boolean} isLive whether the link stands
   * @param {number} now
   * @returns {number | null} seconds, once it is too long; a replay may stand still
   */
  look(picture, isLive, now) {
    if (picture.time !== this.time || !isLive || !picture.ready || picture.replay) {
      this.time = picture.time;
      this.movedAt = now;
    }
    const stood = now - this.movedAt;
    return stood >= STANDSTILL_SECONDS ? stood : null;
  }
}

/** Tells the banners and the announcer. */
export class Freshness {
  /** @param {import('./picture.js').Picture} picture @param {import('./banners.js').Banners} banners @param {import('./announcer.js').Announcer} announcer */
  constructor(picture, banners, announcer) {
    this.picture = picture;
    this.banners = banners;
    this.announcer = announcer;
    this.standstill = new Standstill(monotonicSeconds());
  }

  /**
   * How the link stands; to be told a few times a second.
   * @param {import('./watchdog.js').LinkState} state @param {number} silentSeconds
   */
  setLink(state, silentSeconds) {
    const stoodSeconds = this.standstill.look(this.picture, state === 'live', monotonicSeconds());
    this.banners.setLink(state, silentSeconds, stoodSeconds);
    this.announcer.setTrouble(state === 'lost' ? 'lost' : stoodSeconds === null ? null : 'standing');
  }
}
