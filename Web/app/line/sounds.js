/** What the line sounds like: a message until somebody has read it, and each step of the escalation once. */

import { Sound } from '../sound.js';

const TICK_MILLISECONDS = 1000;

export class LineSounds {
  /** @param {import('./store.js').LineStore} store */
  constructor(store) {
    this.store = store;
    this.sound = new Sound();
    /** @type {Set<string>} escalation steps that have sounded */
    this.sounded = new Set();
    setInterval(() => this.tick(), TICK_MILLISECONDS);
  }

  arrived() {
    this.sound.update('message', true);
  }

  tick() {
    let isNew = false;
    for (const { messages } of this.store.lines.values()) {
      for (const message of messages.values()) {
        for (const step of message.escalation ?? []) {
          const key = `${message.side} ${message.id} ${step.measure} ${step.since}`;
          if (!this.sounded.has(key)) isNew = true;
          this.sounded.add(key);
        }
      }
    }
    if (isNew) this.sound.update('call', true);
    else if (this.store.unread() > 0) this.sound.update('message', false);
  }
}
