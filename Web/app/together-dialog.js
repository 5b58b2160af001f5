/** Declaring that aircraft fly together: a formation, refuelling, an escort. Only their own side says so; it is never guessed. */

import { order } from './api.js';
import { Dialog } from './dialog.js';
import { byId } from './dom.js';
import { t } from './i18n.js';
import { change, settings } from './settings.js';

const DEFAULT_MINUTES = 60;

export class TogetherDialog {
  /** @param {import('./picture.js').Picture} picture */
  constructor(picture) {
    this.picture = picture;
    this.dialog = new Dialog('together-dialog', () => this.send());
    this.members = /** @type {HTMLInputElement} */ (byId('together-members'));
    this.name = /** @type {HTMLInputElement} */ (byId('together-name'));
    this.minutes = /** @type {HTMLInputElement} */ (byId('together-minutes'));
    this.by = /** @type {HTMLInputElement} */ (byId('together-by'));
  }

  /** @param {string[]} [ids] */
  open(ids = []) {
    this.members.value = ids.map((id) => (this.matches(this.picture.nameOf(id)).length === 1 ? this.picture.nameOf(id) : id)).join(' ');
    this.name.value = '';
    this.minutes.value = String(DEFAULT_MINUTES);
    this.by.value = settings.officer;
    this.dialog.open(ids.length > 0 ? this.name : this.members);
  }

  async send() {
    const by = this.by.value.trim();
    const members = this.resolve();
    if (members.length < 2) throw new Error(t('together.few'));
    const from = Math.floor(this.picture.time);
    await order('POST', '/api/together', {
      name: this.name.value.trim(), members, from, to: from + 60 * Number(this.minutes.value), by,
    });
    change({ officer: by });
  }

  /** Identifiers for what was typed, by call sign or address. A call sign that two aircraft have names neither: a wrong pair would be silent. */
  resolve() {
    const words = this.members.value.split(/[\s,;]+/).filter((word) => word !== '');
    const found = words.map((word) => ({ word, ids: this.matches(word) }));
    const missing = found.filter((one) => one.ids.length === 0).map((one) => one.word);
    if (missing.length > 0) throw new Error(t('together.unknown', { names: missing.join(', ') }));
    const double = found.find((one) => one.ids.length > 1);
    if (double) throw new Error(t('together.ambiguous', { name: double.word, ids: double.ids.join(', ') }));
    return [...new Set(found.flatMap((one) => one.ids))];
  }

  /**
   * The aircraft of that address, or else all of that call sign.
   * @param {string} word
   */
  matches(word) {
    const sought = word.toUpperCase();
    const ids = [...this.picture.targets.values()].filter((target) => target.name.toUpperCase() === sought).map((target) => target.track.id);
    const exact = [...this.picture.targets.keys()].find((id) => id.toUpperCase() === sought);
    return exact === undefined ? ids : [exact];
  }
}
