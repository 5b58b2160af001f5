/** The first operator of a station, an administrator, whom the link that it printed lets in, once. */

import { fetchSession, orderOnce } from '../api.js';
import { Dialog } from '../dialog.js';
import { byId } from '../dom.js';
import { t } from '../i18n.js';

export class FirstDialog {
  /** @param {(state: import('../types').Session) => void} take */
  constructor(take) {
    this.take = take;
    this.link = '';
    this.dialog = new Dialog('first-dialog', () => this.send());
    this.name = /** @type {HTMLInputElement} */ (byId('first-name'));
    this.password = /** @type {HTMLInputElement} */ (byId('first-password'));
    this.again = /** @type {HTMLInputElement} */ (byId('first-again'));
  }

  /** @param {string} link */
  open(link) {
    this.link = link;
    this.dialog.open(this.name);
  }

  async send() {
    if (this.password.value !== this.again.value) throw new Error(t('first.different'));
    await fetchSession();
    const state = await orderOnce('POST', '/api/first-operator', {
      name: this.name.value.trim(), password: this.password.value, link: this.link,
    });
    this.password.value = '';
    this.again.value = '';
    this.take(state);
  }
}
