/** What the page knows of the lines: asked for whole at the start and after a break, kept up by events. */

import { get, order, StationError } from '../api.js';
import { Shown } from './shown.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Head} Head */
/** @typedef {{line: Head, messages: Map<string, Message>, inOrder: Message[] | null}} Line */

/** As many messages of a line as the station shows; what is open stays besides. */
const MOST_KEPT = 300;
const RETRY_MILLISECONDS = 2000;

/**
 * Messages of both sides in one map.
 * @param {Message} message
 */
export function keyOf(message) {
  return `${message.side} ${message.id}`;
}

/** @param {Message} message */
export function isUnread(message) {
  return message.side === 'theirs' && !message.times.read && message.kind !== 'reply' && !message.outside;
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
    this.wasLoaded = false;
    /** @type {import('./types').LineEvent[]} what came while the lines were asked for: the answer may be older */
    this.meanwhile = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.shown = new Shown(() => this.changed());
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

  /** Everything anew; again and again until the station has answered. */
  async load() {
    if (this.loading) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.loading = true;
    this.meanwhile = [];
    try {
      const answer = await this.ask();
      if (answer) this.replace(answer);
    } catch (problem) {
      if (!(problem instanceof StationError)) throw problem;
      if (problem.status === 404) this.exists = false;
      else this.timer = setTimeout(() => void this.load(), RETRY_MILLISECONDS);
    } finally {
      this.loading = false;
      if (this.again) {
        this.again = false;
        void this.load();
      }
    }
  }

  /**
   * A watch without operators is no station of a party: it has no line, and is not asked for one.
   * @returns {Promise<import('./types').Lines | null>}
   */
  async ask() {
    const session = await get('/api/session');
    if (!session.operators) return null;
    if (!session.person) throw new StationError(401, 'nobody has signed in');
    return get('/api/line');
  }

  /** @param {import('./types').Lines} answer */
  replace(answer) {
    this.exists = true;
    this.party = answer.party;
    const before = this.lines;
    this.lines = new Map(answer.lines.map(({ line, messages }) => [line.peer, {
      line, messages: new Map(messages.map((message) => [keyOf(message), message])), inOrder: null,
    }]));
    for (const event of this.meanwhile) this.apply(event);
    this.meanwhile = [];
    this.shown.keep(this.lines);
    const isFirst = !this.wasLoaded;
    this.wasLoaded = true;
    this.changed();
    if (!isFirst) this.arriveAfterBreak(before);
  }

  /**
   * What came while the page was cut off. What the page let go for its age has not come now.
   * @param {Map<string, Line>} before
   */
  arriveAfterBreak(before) {
    for (const peer of this.lines.keys()) {
      const known = before.get(peer)?.messages;
      const oldest = [...known?.values() ?? []].map(sentAt).sort((a, b) => b - a)[MOST_KEPT - 1] ?? -Infinity;
      for (const message of this.messages(peer)) {
        const isNew = known ? !known.has(keyOf(message)) && sentAt(message) >= oldest : isUnread(message);
        if (isNew && message.side === 'theirs' && !message.outside) this.arrive(peer, message);
      }
    }
  }

  /** @param {import('./types').LineEvent} event */
  take(event) {
    if (this.loading) this.meanwhile.push(event);
    if (!this.apply(event)) {
      void this.load();
      return;
    }
    this.changed();
    const arrived = event.arrived ? this.find(event.peer, 'theirs', event.arrived) : undefined;
    if (arrived) this.arrive(event.peer, arrived);
  }

  /**
   * @param {import('./types').LineEvent} event
   * @returns {boolean} false: the page does not know this line yet
   */
  apply(event) {
    const line = this.lines.get(event.peer);
    if (!line) return false;
    line.line = event.line;
    for (const message of event.messages) {
      line.messages.set(keyOf(message), message);
      if (message.times.shown) this.shown.forget(event.peer, message);
    }
    line.inOrder = null;
    this.letGo(event.peer, line);
    return true;
  }

  /**
   * A page that stands open for days holds no more than one that was just opened.
   * @param {string} peer @param {Line} line
   */
  letGo(peer, line) {
    if (line.messages.size <= MOST_KEPT) return;
    for (const message of this.messages(peer).slice(0, -MOST_KEPT)) {
      if (message.open) continue;
      line.messages.delete(keyOf(message));
      this.shown.forget(peer, message);
    }
    line.inOrder = null;
  }

  /** @param {string} peer @param {Message} message */
  arrive(peer, message) {
    for (const listener of this.arrivals) listener(peer, message);
  }

  /**
   * In the order of time.
   * @param {string} peer @returns {readonly Message[]}
   */
  messages(peer) {
    const line = this.lines.get(peer);
    if (!line) return [];
    line.inOrder ??= [...line.messages.values()].sort((a, b) => sentAt(a) - sentAt(b));
    return line.inOrder;
  }

  /** @param {string} peer @param {import('./types').Side} side @param {string} id */
  find(peer, side, id) {
    return this.lines.get(peer)?.messages.get(`${side} ${id}`);
  }

  /**
   * Messages of one peer, or of all, that nobody here has read. What answers ours, and asks for nothing, calls nobody.
   * @param {string} [peer]
   */
  unread(peer) {
    let count = 0;
    for (const [name, { messages }] of this.lines) {
      if (peer !== undefined && name !== peer) continue;
      for (const message of messages.values()) if (isUnread(message)) count++;
    }
    return count;
  }

  /**
   * An act on a message, or on the line.
   * @param {string} peer @param {string} path @param {object} [body]
   */
  act(peer, path, body = {}) {
    return order('POST', `/api/line/${encodeURIComponent(peer)}/${path}`, body);
  }
}

/** @param {Message} message */
function sentAt(message) {
  return message.times.sent ?? 0;
}
