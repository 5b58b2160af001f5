/** Handing the watch over: both officers sign, each with the own password, and the page is the relieving officer's from then on. */

import { order } from '../api.js';
import { Dialog, withPassword } from '../dialog.js';
import { byId } from '../dom.js';
import { t } from '../i18n.js';

export class ShiftDialog {
  /** @param {(state: import('../types').Session) => void} take */
  constructor(take) {
    this.take = take;
    this.leaving = '';
    this.dialog = new Dialog('shift-dialog', () => this.send());
    this.post = this.field('post');
    this.fromPassword = this.field('from-password');
    this.to = this.field('to');
    this.toPassword = this.field('to-password');
    this.notes = /** @type {HTMLTextAreaElement} */ (byId('shift-notes'));
  }

  /** @param {string} name @returns {HTMLInputElement} */
  field(name) {
    return /** @type {HTMLInputElement} */ (byId(`shift-${name}`));
  }

  /** @param {string} leaving */
  open(leaving) {
    this.leaving = leaving;
    byId('shift-from').textContent = t('shift.from', { name: leaving });
    if (this.post.value === '') this.post.value = t('shift.postDefault');
    for (const field of [this.fromPassword, this.to, this.toPassword]) field.value = '';
    this.notes.value = '';
    this.dialog.open(this.fromPassword);
  }

  async send() {
    const passwords = [this.fromPassword.value, this.toPassword.value];
    this.fromPassword.value = '';
    this.toPassword.value = '';
    const notes = this.notes.value.trim().replace(/\s*\n\s*/g, '; ');
    this.take(await withPassword(() => order('POST', '/api/shifts', {
      post: this.post.value.trim(),
      from: { name: this.leaving, password: passwords[0] },
      to: { name: this.to.value.trim(), password: passwords[1] },
      ...(notes === '' ? {} : { notes }),
    })));
  }
}
