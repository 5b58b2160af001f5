/** Picking an element by typing words of either language: a combobox over what the station suggests. */

import { get } from '../api.js';
import { make, reconcile, write } from '../dom.js';
import { t } from '../i18n.js';
import { other, own } from './words.js';

/** @typedef {{kind: 'element', element: import('./types').Element} | {kind: 'understood', proposal: import('./types').Proposal}} Offer */

const PAUSE_MILLISECONDS = 90;

export class Suggest {
  /**
   * @param {HTMLInputElement} input @param {HTMLElement} list @param {HTMLElement} unclear
   * @param {(offer: Offer) => void} chosen @param {() => boolean} isHeard
   */
  constructor(input, list, unclear, chosen, isHeard) {
    this.input = input;
    this.list = list;
    this.unclear = unclear;
    this.chosen = chosen;
    this.isHeard = isHeard;
    /** @type {Offer[]} */
    this.offers = [];
    this.at = 0;
    this.asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');
    list.setAttribute('role', 'listbox');
    input.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.ask(), PAUSE_MILLISECONDS);
    });
    input.addEventListener('keydown', (event) => this.key(event));
    // Later, so that a click on an offer still finds it; and not when somebody has come back to type on.
    input.addEventListener('blur', () => setTimeout(() => {
      if (document.activeElement !== input) this.show([]);
    }, 200));
  }

  async ask() {
    const mine = ++this.asked;
    const text = this.input.value.trim();
    if (text === '') {
      write(this.unclear, '');
      this.show([]);
      return;
    }
    try {
      /** @type {import('./types').Suggestions} */
      const answer = await get(`/api/line/suggest?text=${encodeURIComponent(text)}${this.isHeard() ? '&heard=true' : ''}`);
      if (mine !== this.asked) return;
      /** @type {Offer[]} */
      const offers = answer.suggestions.map((element) => ({ kind: 'element', element }));
      if (answer.understood) offers.unshift({ kind: 'understood', proposal: answer.understood });
      this.at = 0;
      this.show(offers);
      write(this.unclear, offers.length === 0 ? answer.unclear.join('; ') : '');
    } catch {
      this.show([]);
    }
  }

  /** @param {Offer[]} offers */
  show(offers) {
    this.offers = offers;
    this.list.hidden = offers.length === 0;
    this.input.setAttribute('aria-expanded', String(offers.length > 0));
    reconcile(this.list, offers, keyOf, (offer) => this.create(offer), (item, offer) => {
      item.setAttribute('aria-selected', String(offers[this.at] === offer));
    });
    const current = this.list.children[this.at];
    if (current) this.input.setAttribute('aria-activedescendant', current.id);
    else this.input.removeAttribute('aria-activedescendant');
    current?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Offer} offer @returns {HTMLElement} */
  create(offer) {
    const item = make('li');
    item.id = `line-offer-${keyOf(offer).replace(/[^A-Za-z0-9]/g, '-')}`;
    item.setAttribute('role', 'option');
    const words = offer.kind === 'element' ? offer.element.words : offer.proposal.words;
    const code = offer.kind === 'element' ? offer.element.code : t('line.understood');
    item.append(make('span', 'line-offer-own', own(words)), make('span', 'line-offer-code', code), make('span', 'line-offer-other', other(words)));
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.choose(offer);
    });
    return item;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.at = Math.max(0, Math.min(this.offers.length - 1, this.at + (event.key === 'ArrowDown' ? 1 : -1)));
      this.show(this.offers);
    } else if (event.key === 'Enter' && !event.ctrlKey && this.offers[this.at]) this.choose(this.offers[this.at]);
    else if (event.key === 'Escape' && this.offers.length > 0) this.show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Offer} offer */
  choose(offer) {
    this.clear();
    this.chosen(offer);
  }

  clear() {
    this.asked++;
    clearTimeout(this.timer);
    this.input.value = '';
    write(this.unclear, '');
    this.show([]);
  }
}

/** @param {Offer} offer */
function keyOf(offer) {
  return offer.kind === 'element' ? offer.element.code : `= ${offer.proposal.message}`;
}
