/** What the page knows of the lines: asked for whole at the start and after a break, kept up by events. */

import { get, order, StationError } from '../api.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Head} Head */
/** @typedef {{line: Head, messages: Map<string, Message>}} Line */

/**
 * Messages of both sides in one map.
 * @param {Message} message
 */
function keyOf(message) {
  return `${message.side} ${message.id}`;
}

/** @param {Message} message */
export function isUnread(message) {
  return message.side === 'theirs' && !message.times.read && message.kind !== 'reply';
}

export class LineStore {
  constructor() {
    /** @type {Map<string, Line>} */
    this.lines = new Map();
    this.party = '';
    /** Whether this station has a line at all: a watch without a node has none. */
    this.exists = false;
    /** @type {(() => void)[]} */
    this.listeners = [];
    /** @type {((peer: string, message: Message) => void)[]} */
    this.arrivals = [];
    this.loading = false;
    this.again = false;
    /** @type {Set<string>} what has been said to stand on a screen */
    this.toldShown = new Set();
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.listeners.push(listener);
  }

  /** @param {(peer: string, message: Message) => void} listener */
  onArrival(listener) {
    this.arrivals.push(listener);
  }

  changed() {
    for (const listener of this.listeners) listener();
  }

  /** Everything anew. */
  async load() {
    if (this.loading) {
      this.again = true;
      return;
    }
    this.loading = true;
    try {
      // A watch without operators is no station of a party: it has no line, and is not asked for one.
      const session = await get('/api/session');
      if (!session.operators) return;
      /** @type {import('./types').Lines} */
      const answer = await get('/api/line');
      this.exists = true;
      this.party = answer.party;
      const before = this.lines;
      this.lines = new Map(answer.lines.map(({ line, messages }) => [line.peer, {
        line, messages: new Map(messages.map((message) => [keyOf(message), message])),
      }]));
      this.changed();
      for (const [peer, { messages }] of this.lines) {
        const known = before.get(peer)?.messages;
        for (const [key, message] of messages) {
          if (known && !known.has(key) && message.side === 'theirs') this.arrive(peer, message);
        }
      }
    } catch (problem) {
      if (problem instanceof StationError && problem.status === 404) this.exists = false;
    } finally {
      this.loading = false;
      if (this.again) {
        this.again = false;
        void this.load();
      }
    }
  }

  /** @param {import('./types').LineEvent} event */
  take(event) {
    const line = this.lines.get(event.peer);
    if (!line) {
      void this.load();
      return;
    }
    line.line = event.line;
    for (const message of event.messages) line.messages.set(keyOf(message), message);
    this.changed();
    const arrived = event.arrived ? line.messages.get(`theirs ${event.arrived}`) : undefined;
    if (arrived) this.arrive(event.peer, arrived);
  }

  /** @param {string} peer @param {Message} message */
  arrive(peer, message) {
    for (const listener of this.arrivals) listener(peer, message);
  }

  /**
   * In the order of time.
   * @param {string} peer @returns {Message[]}
   */
  messages(peer) {
    const all = [...(this.lines.get(peer)?.messages.values() ?? [])];
    return all.sort((a, b) => (a.times.sent ?? 0) - (b.times.sent ?? 0));
  }

  /** @param {string} peer @param {import('./types').Side} side @param {string} id */
  find(peer, side, id) {
    return this.lines.get(peer)?.messages.get(`${side} ${id}`);
  }

  /** Messages of peers that nobody here has read. What answers ours, and asks for nothing, calls nobody. */
  unread() {
    let count = 0;
    for (const { messages } of this.lines.values()) for (const message of messages.values()) if (isUnread(message)) count++;
    return count;
  }

  /**
   * Messages of peers stand on the screen of a person: said once each.
   * @param {string} peer @param {string[]} ids
   */
  async shown(peer, ids) {
    const fresh = ids.filter((id) => !this.toldShown.has(`${peer} ${id}`));
    if (fresh.length === 0) return;
    for (const id of fresh) this.toldShown.add(`${peer} ${id}`);
    try {
      await order('POST', `/api/line/${encodeURIComponent(peer)}/shown`, { messages: fresh.slice(0, 200) });
    } catch (problem) {
      // Whoever may not act on the line sees it all the same; when the station was away it is said again.
      const refused = problem instanceof StationError && problem.status === 403;
      if (!refused) setTimeout(() => { for (const id of fresh) this.toldShown.delete(`${peer} ${id}`); }, 2000);
    }
  }

  /**
   * An act on a message, or on the line.
   * @param {string} peer @param {string} path @param {object} [body]
   */
  act(peer, path, body = {}) {
    return order('POST', `/api/line/${encodeURIComponent(peer)}/${path}`, body);
  }
}
