/** Acknowledging and inhibiting an alarm: by a person, with a reason, for a time. */

import { order } from './api.js';
import { Dialog } from './dialog.js';
import { byId } from './dom.js';
import { t } from './i18n.js';
import { change, settings } from './settings.js';

const DEFAULT_MINUTES = { acknowledge: 10, inhibit: 15 };
const REASONS = /** @type {const} */ (['reason.controller', 'reason.sameCrew', 'reason.visual', 'reason.exercise', 'reason.data']);

export class DecisionDialog {
  /** @param {import('./picture.js').Picture} picture */
  constructor(picture) {
    this.picture = picture;
    /** @type {import('./types').Conflict | null} */
    this.conflict = null;
    /** @type {'acknowledge' | 'inhibit'} */
    this.act = 'acknowledge';
    this.dialog = new Dialog('decision-dialog', () => this.send());
    this.reason = /** @type {HTMLInputElement} */ (byId('decision-reason'));
    this.minutes = /** @type {HTMLInputElement} */ (byId('decision-minutes'));
    this.by = /** @type {HTMLInputElement} */ (byId('decision-by'));
  }

  /** @param {import('./types').Conflict} conflict @param {'acknowledge' | 'inhibit'} act */
  open(conflict, act) {
    this.conflict = conflict;
    this.act = act;
    byId('decision-title').textContent = t(`dialog.${act}Title`);
    byId('decision-note').textContent = t(`dialog.${act}Note`);
    byId('decision-submit').textContent = t(`conflicts.${act}`);
    byId('decision-pair').textContent = `${this.picture.nameOf(conflict.a)}  ${this.picture.nameOf(conflict.b)}`;
    byId('reasons').replaceChildren(...REASONS.map((reason) => new Option(t(reason), t(reason))));
    this.reason.value = act === 'acknowledge' ? t(REASONS[0]) : '';
    this.minutes.value = String(DEFAULT_MINUTES[act]);
    this.by.value = settings.officer;
    this.dialog.open(settings.officer === '' && act === 'acknowledge' ? this.by : this.reason);
  }

  async send() {
    if (!this.conflict) return;
    const by = this.by.value.trim();
    await order('POST', `/api/alarms/${encodeURIComponent(this.conflict.id)}/${this.act}`, {
      by, reason: this.reason.value.trim(), minutes: Number(this.minutes.value),
    });
    change({ officer: by });
  }
}

/**
 * Let a pair alarm again.
 * @param {import('./types').Conflict} conflict
 */
export function release(conflict) {
  const by = settings.officer === '' ? '' : `?by=${encodeURIComponent(settings.officer)}`;
  return order('DELETE', `/api/alarms/${encodeURIComponent(conflict.id)}/inhibit${by}`);
}
