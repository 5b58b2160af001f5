/** Signing in. The picture stays on the screen behind it when a session has only expired. */

import { fetchSession, orderOnce } from '../api.js';
import { Dialog, withPassword } from '../dialog.js';
import { byId } from '../dom.js';
import { t } from '../i18n.js';

export class LoginDialog {
  /** @param {(state: import('../types').Session) => void} take */
  constructor(take) {
    this.take = take;
    this.dialog = new Dialog('login-dialog', () => this.send());
    this.name = /** @type {HTMLInputElement} */ (byId('login-name'));
    this.password = /** @type {HTMLInputElement} */ (byId('login-password'));
  }

  /** @param {import('../types').Session | null} state */
  open(state) {
    byId('login-station').textContent = state?.station ?? '';
    byId('login-note').textContent = state?.needsFirst ? t('login.noOperators') : state?.person ? t('login.expired') : t('login.note');
    this.name.value = state?.person?.name ?? '';
    this.password.value = '';
    this.dialog.open(this.name.value === '' ? this.name : this.password);
  }

  async send() {
    // The token of a page that nobody has signed in at yet.
    await fetchSession();
    const password = this.password.value;
    this.password.value = '';
    this.take(await withPassword(() => orderOnce('POST', '/api/session', { name: this.name.value.trim(), password })));
  }
}
