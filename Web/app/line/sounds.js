/** What the line sounds like: a message until somebody has read it, and each step of the escalation once. */

import { Sound } from '../sound.js';

/** @typedef {NonNullable<import('./types').Message['escalation']>[number]} Step */

const TICK_MILLISECONDS = 1000;

/**
 * What tells the steps of one message apart: two contacts may be called at the same moment.
 * @param {Step} step
 */
export function stepKey(step) {
  return `${step.measure} ${step.since} ${step.whom ?? ''}`;
}

export class LineSounds {
  /** @param {import('./store.js').LineStore} store */
  constructor(store) {
    this.store = store;
    this.sound = new Sound();
    /** @type {Set<string>} escalation steps on the page that have sounded */
    this.sounded = new Set();
    setInterval(() => this.tick(), TICK_MILLISECONDS);
    // A browser slows the clock of a hidden page down to a minute, but not what comes from the station. After whatever else the news
    // sets off, so that a message which arrives sounds once; repeats keep their own pace.
    store.onChange(() => queueMicrotask(() => this.tick()));
  }

  arrived() {
    this.sound.update('message', true);
  }

  tick() {
    let isNew = false;
    /** @type {Set<string>} */
    const present = new Set();
    for (const [peer, { messages }] of this.store.lines) {
      for (const message of messages.values()) {
        for (const step of message.escalation ?? []) {
          const key = `${peer} ${message.side} ${message.id} ${stepKey(step)}`;
          if (!this.sounded.has(key)) isNew = true;
          present.add(key);
        }
      }
    }
    this.sounded = present;
    if (isNew) this.sound.update('call', true);
    else if (this.store.unread() > 0) this.sound.update('message', false);
  }
}
