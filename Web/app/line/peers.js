/** Which peer is spoken to, and which others have written something that nobody has read. */

import { button, byId, make } from '../dom.js';
import { language, t } from '../i18n.js';

export class LinePeers {
  /**
   * @param {import('./store.js').LineStore} store
   * @param {(peer: string, byKey: boolean) => void} choose true: the keyboard stays with what chose
   */
  constructor(store, choose) {
    this.store = store;
    this.choose = choose;
    this.select = /** @type {HTMLSelectElement} */ (byId('line-peers'));
    this.select.addEventListener('change', () => choose(this.select.value, true));
    this.waiting = make('div', 'line-waiting');
    this.waiting.id = 'line-waiting';
    this.waiting.hidden = true;
    byId('line-room').before(this.waiting);
  }

  /** @param {string} peer the one that is spoken to */
  refresh(peer) {
    const { select } = this;
    const all = [...this.store.lines.keys()];
    select.hidden = all.length < 2;
    if (select.dataset.key !== all.join(' ')) {
      select.dataset.key = all.join(' ');
      select.replaceChildren(...all.map((name) => new Option(name, name)));
    }
    if (select.value !== peer) select.value = peer;
    this.drawWaiting(all.filter((name) => name !== peer));
  }

  /** @param {string[]} others */
  drawWaiting(others) {
    const unread = others.map((peer) => ({ peer, count: this.store.unread(peer) })).filter(({ count }) => count > 0);
    const key = JSON.stringify([unread, language()]);
    if (this.waiting.dataset.key === key) return;
    this.waiting.dataset.key = key;
    this.waiting.hidden = unread.length === 0;
    this.waiting.replaceChildren(...unread.map(({ peer, count }) => {
      const one = button('text-button', t('line.waiting', { peer, count }), () => this.choose(peer, false));
      one.dataset.peer = peer;
      return one;
    }));
  }
}
