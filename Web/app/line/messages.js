/** The dialogue with a peer on the screen: a card a message, and what can be done with it. What did not change is left alone. */

import { byId, reconcile } from '../dom.js';
import { language } from '../i18n.js';
import { LineButtons } from './buttons.js';
import { createCard, updateCard } from './card.js';
import { keyOf } from './store.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {{message: Message, answered: Message | undefined, language: string}} Drawn */

export class LineMessages {
  /**
   * @param {import('./store.js').LineStore} store
   * @param {(peer: string) => import('./buttons.js').ButtonActions} actionsOf what is done for the messages of a peer
   */
  constructor(store, actionsOf) {
    this.store = store;
    this.actionsOf = actionsOf;
    this.list = byId('line-messages');
    /** @type {Map<string, LineButtons>} */
    this.buttons = new Map();
    /** @type {WeakMap<HTMLElement, Drawn>} what stands on a card */
    this.drawn = new WeakMap();
    this.newestMine = '';
  }

  /** @param {string} peer @param {import('./types').Head} head */
  draw(peer, head) {
    const { list } = this;
    const all = [...this.store.messages(peer)];
    const newest = all[all.length - 1];
    const isMine = newest?.side === 'ours' && newest.id !== this.newestMine;
    if (newest?.side === 'ours') this.newestMine = newest.id;
    const wasAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    const buttons = this.buttonsOf(peer);
    buttons.keep(all);
    // With the peer in it: two stations may number their messages alike, and the buttons of a card act for one peer.
    reconcile(list, all, (message) => `${peer} ${keyOf(message)}`, createCard, (card, message) => {
      const answered = message.answers ? this.store.find(peer, message.side === 'ours' ? 'theirs' : 'ours', message.answers) : undefined;
      const before = this.drawn.get(card);
      if (before && before.message === message && before.answered === answered && before.language === language()) return;
      this.drawn.set(card, { message, answered, language: language() });
      updateCard(card, message, { party: head.party, peer, answered });
      buttons.update(card, message);
    });
    byId('line-empty').hidden = all.length > 0;
    if (isMine || (wasAtEnd && !list.contains(document.activeElement))) list.scrollTop = list.scrollHeight;
  }

  /** @param {string} peer */
  buttonsOf(peer) {
    let buttons = this.buttons.get(peer);
    if (!buttons) {
      buttons = new LineButtons(peer, this.actionsOf(peer));
      this.buttons.set(peer, buttons);
    }
    return buttons;
  }

  /** The newest is in sight, unless somebody is busy with another. */
  showNewest() {
    if (!this.list.contains(document.activeElement)) this.list.scrollTop = this.list.scrollHeight;
  }

  /** The first message that nobody has read gets the keyboard, if there is one. */
  focusUnread() {
    const card = /** @type {HTMLElement | null} */ (this.list.querySelector('[data-unread="true"]'));
    card?.focus();
    return card !== null;
  }
}
