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
    this.members.value = ids.map((id) => this.picture.nameOf(id)).join(' ');
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

  /** Identifiers for what was typed, by call sign or address. */
  resolve() {
    const words = this.members.value.toUpperCase().split(/[\s,;]+/).filter((word) => word !== '');
    /** @type {string[]} */
    const missing = [];
    const found = words.flatMap((word) => {
      for (const target of this.picture.targets.values()) {
        if (target.name.toUpperCase() === word || target.track.id.toUpperCase() === word) return [target.track.id];
      }
      missing.push(word);
      return [];
    });
    if (missing.length > 0) throw new Error(t('together.unknown', { names: missing.join(', ') }));
    return [...new Set(found)];
  }
}
