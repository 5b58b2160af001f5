/** That messages of peers stand on the screen of a person: said to the station by itself, once each. */

import { StationError } from '../api.js';
import { orderQuietly } from './quiet.js';

/** @typedef {import('./types').Message} Message */

/** The station takes no more at once. */
const MOST_AT_ONCE = 200;
const RETRY_MILLISECONDS = 2000;

export class Shown {
  /** @param {() => void} again called when it is time to say once more what could not be said */
  constructor(again) {
    this.again = again;
    /** @type {Set<string>} peers and messages of which it has been said */
    this.told = new Set();
    this.person = '';
  }

  /**
   * What one person may not say, another may.
   * @param {string} name who acts at this page now
   */
  setPerson(name) {
    if (name === this.person) return;
    this.person = name;
    this.told.clear();
  }

  /** @param {string} peer @param {string[]} ids */
  async tell(peer, ids) {
    const fresh = ids.filter((id) => !this.told.has(`${peer} ${id}`));
    const now = fresh.slice(0, MOST_AT_ONCE);
    if (now.length === 0) return;
    for (const id of now) this.told.add(`${peer} ${id}`);
    try {
      await orderQuietly(`/api/line/${encodeURIComponent(peer)}/shown`, { messages: now });
    } catch (problem) {
      const status = problem instanceof StationError ? problem.status : 0;
      // Whoever may not act on the line sees it all the same.
      if (status === 403) return;
      setTimeout(() => {
        for (const id of now) this.told.delete(`${peer} ${id}`);
        // The station was away, or nobody is signed in: both pass. What it refused is said with the next news of the line.
        if (status === 0 || status === 401 || status >= 500) this.again();
      }, RETRY_MILLISECONDS);
      return;
    }
    if (now.length < fresh.length) await this.tell(peer, fresh);
  }

  /** @param {string} peer @param {Message} message signed as shown, or no longer on the page */
  forget(peer, message) {
    if (message.side === 'theirs') this.told.delete(`${peer} ${message.id}`);
  }

  /**
   * Only what is on the page, and not signed yet, need be remembered.
   * @param {ReadonlyMap<string, {messages: ReadonlyMap<string, Message>}>} lines
   */
  keep(lines) {
    const open = new Set();
    for (const [peer, { messages }] of lines) {
      for (const message of messages.values()) if (message.side === 'theirs' && !message.times.shown) open.add(`${peer} ${message.id}`);
    }
    for (const key of this.told) if (!open.has(key)) this.told.delete(key);
  }
}
