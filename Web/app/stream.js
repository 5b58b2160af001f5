/** The stream of events from the station: kept open, watched, and dialled again whenever it falls silent or can't be followed. */

import { monotonicSeconds } from './monotonic.js';
import { EventParser } from './sse.js';
import { SILENCE_SECONDS, Watchdog } from './watchdog.js';

/**
 * @typedef {object} StreamHandlers
 * @property {(picture: import('./types').Picture, reset: boolean) => void} picture the whole picture; no reset: a connection begins
 * @property {(delta: import('./types').Delta) => void} delta
 * @property {(name: string, data: any) => void} event an event of another part of the station
 * @property {(state: import('./watchdog.js').LinkState, silentSeconds: number) => void} link a few times a second
 * @property {(problem: unknown) => void} fault an event that could not be read or shown
 */

const TICK_MILLISECONDS = 250;

export class Stream {
  /** @param {string} address @param {StreamHandlers} handlers */
  constructor(address, handlers) {
    this.address = address;
    this.handlers = handlers;
    this.watchdog = new Watchdog(monotonicSeconds());
    /** @type {AbortController | null} */
    this.call = null;
    /** Sequence of the last picture or delta; NaN before a whole picture. */
    this.sequence = NaN;
    this.timer = setInterval(() => this.tick(), TICK_MILLISECONDS);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.once = undefined;
    // A laptop that wakes up, a tab that comes back: look at once.
    document.addEventListener('visibilitychange', () => this.tick());
    addEventListener('online', () => this.hurry());
    this.tick();
  }

  tick() {
    const action = this.watchdog.tick(monotonicSeconds());
    this.handlers.link(this.watchdog.state, this.watchdog.silence(monotonicSeconds()));
    if (action === 'dial') void this.dial();
    else if (action === 'hangUp') this.call?.abort();
  }

  /**
   * A browser slows what repeats in a hidden tab down to once a minute, but not what is set for one time by something that happened.
   * @param {number} seconds
   */
  tickIn(seconds) {
    clearTimeout(this.once);
    this.once = setTimeout(() => this.tick(), Math.max(0, seconds) * 1000 + 10);
  }

  /** Something has changed for the better: dial now if a dial is due at all. */
  hurry() {
    this.watchdog.hurry(monotonicSeconds());
    this.tick();
  }

  async dial() {
    const call = new AbortController();
    this.call = call;
    this.watchdog.dialled(monotonicSeconds());
    this.tickIn(SILENCE_SECONDS);
    try {
      const answer = await fetch(this.address, {
        headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal: call.signal,
      });
      if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
      await this.read(answer.body, call);
    } catch {
      // Whatever ended it, the watchdog says when to try again, and the page says that the link is down.
    } finally {
      call.abort();
      if (this.call === call) this.call = null;
      this.watchdog.closed(monotonicSeconds());
      this.tickIn((this.watchdog.dialAt ?? 0) - monotonicSeconds());
    }
  }

  /** @param {ReadableStream<Uint8Array>} body @param {AbortController} call */
  async read(body, call) {
    this.sequence = NaN;
    const parser = new EventParser({
      event: (name, data) => this.receive(name, data, call),
      comment: () => {},
    });
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || call.signal.aborted) return;
      this.watchdog.sign(monotonicSeconds());
      this.tickIn(SILENCE_SECONDS);
      parser.push(decoder.decode(value, { stream: true }));
    }
  }

  /**
   * What can't be read, or is not what follows, leaves the page with a picture that is nowhere: it hangs up, and the next connection
   * begins with a whole one.
   * @param {string} name @param {string} data @param {AbortController} call
   */
  receive(name, data, call) {
    if (call.signal.aborted) return;
    try {
      const news = JSON.parse(data);
      if (name === 'delta') this.takeDelta(news);
      else if (name === 'picture' || name === 'reset') this.takePicture(news, name === 'reset');
      else this.handlers.event(name, news);
    } catch (problem) {
      this.handlers.fault(problem);
      this.watchdog.faulted();
      call.abort();
    }
  }

  /** @param {import('./types').Picture} picture @param {boolean} reset */
  takePicture(picture, reset) {
    this.handlers.picture(picture, reset);
    this.sequence = picture.sequence;
    this.watchdog.whole(monotonicSeconds());
    this.handlers.link(this.watchdog.state, 0);
  }

  /**
   * The station numbers what it sends one by one, and whoever was too slow gets a whole picture: a number left out is a fault.
   * @param {import('./types').Delta} delta
   */
  takeDelta(delta) {
    if (delta.sequence !== this.sequence + 1) throw new Error(`delta ${delta.sequence} after ${this.sequence}`);
    this.handlers.delta(delta);
    this.sequence = delta.sequence;
  }
}
