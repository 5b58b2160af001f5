/** The stream of events from the station: kept open, watched, and dialled again whenever it falls silent. */

import { EventParser } from './sse.js';
import { Watchdog } from './watchdog.js';

/**
 * @typedef {object} StreamHandlers
 * @property {(picture: import('./types').Picture, reset: boolean) => void} picture the whole picture
 * @property {(delta: import('./types').Delta) => void} delta
 * @property {(name: string, data: any) => void} event an event of another part of the station
 * @property {(state: import('./watchdog.js').LinkState, silentSeconds: number) => void} link a few times a second
 * @property {(problem: unknown) => void} fault an event that could not be read
 */

const TICK_MILLISECONDS = 250;

export class Stream {
  /** @param {string} address @param {StreamHandlers} handlers */
  constructor(address, handlers) {
    this.address = address;
    this.handlers = handlers;
    this.watchdog = new Watchdog(now());
    /** @type {AbortController | null} */
    this.call = null;
    this.timer = setInterval(() => this.tick(), TICK_MILLISECONDS);
    // A laptop that wakes up, a tab that comes back: look at once.
    document.addEventListener('visibilitychange', () => this.tick());
    addEventListener('online', () => this.tick());
    this.tick();
  }

  tick() {
    const action = this.watchdog.tick(now());
    this.handlers.link(this.watchdog.state, this.watchdog.silence(now()));
    if (action === 'dial') void this.dial();
    else if (action === 'hangUp') this.call?.abort();
  }

  async dial() {
    const call = new AbortController();
    this.call = call;
    this.watchdog.dialled(now());
    try {
      const answer = await fetch(this.address, {
        headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal: call.signal,
      });
      if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
      await this.read(answer.body);
    } catch {
      // Whatever ended it, the watchdog says when to try again, and the page says that the link is down.
    } finally {
      call.abort();
      if (this.call === call) this.call = null;
      this.watchdog.closed(now());
    }
  }

  /** @param {ReadableStream<Uint8Array>} body */
  async read(body) {
    const parser = new EventParser({
      event: (name, data) => this.receive(name, data),
      comment: () => {},
    });
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const wasLost = this.watchdog.state !== 'live';
      this.watchdog.sign(now());
      if (wasLost) this.handlers.link('live', 0);
      parser.push(decoder.decode(value, { stream: true }));
    }
  }

  /** @param {string} name @param {string} data */
  receive(name, data) {
    try {
      if (name === 'delta') this.handlers.delta(JSON.parse(data));
      else if (name === 'picture' || name === 'reset') this.handlers.picture(JSON.parse(data), name === 'reset');
      else this.handlers.event(name, JSON.parse(data));
    } catch (problem) {
      this.handlers.fault(problem);
    }
  }
}

/** Seconds on a clock that never goes back. */
function now() {
  return performance.now() / 1000;
}
