/** What all dialogs share: opening, closing, sending, and saying plainly what went wrong. */

import { StationError } from './api.js';
import { byId } from './dom.js';
import { language, t } from './i18n.js';
import { notSignedInRu, refusalsRu } from './locales/refusals-ru.js';

export class Dialog {
  /** @param {string} id @param {() => Promise<void>} send throws when the station refuses, or `Error` with words for the person */
  constructor(id, send) {
    this.element = /** @type {HTMLDialogElement} */ (byId(id));
    const form = this.element.querySelector('form');
    if (!form) throw new Error(`${id} has no form`);
    this.form = form;
    for (const close of this.element.querySelectorAll('[data-close]')) close.addEventListener('click', () => this.close());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit(send);
    });
  }

  /** @param {HTMLElement} [first] what gets the focus */
  open(first) {
    this.complain(null);
    if (!this.element.open) this.element.showModal();
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }

  close() {
    this.element.close();
  }

  get isOpen() {
    return this.element.open;
  }

  /** @param {() => Promise<void>} send */
  async submit(send) {
    const submit = /** @type {HTMLButtonElement | null} */ (this.form.querySelector('[type="submit"]'));
    if (submit) submit.disabled = true;
    try {
      await send();
      this.close();
    } catch (problem) {
      this.complain(problemText(problem));
    } finally {
      if (submit) submit.disabled = false;
    }
  }

  /** @param {string | null} text */
  complain(text) {
    const place = /** @type {HTMLElement | null} */ (this.element.querySelector('.problem'));
    if (!place) return;
    place.hidden = text === null;
    place.textContent = text ?? '';
  }
}

/**
 * What went wrong, in the language of the page as far as it has words for it.
 * @param {unknown} problem
 */
export function problemText(problem) {
  if (problem instanceof StationError) {
    if (problem.status === 0) return t('dialog.unreachable');
    const known = language() === 'ru' ? refusalsRu[problem.status] : undefined;
    return known ?? t('dialog.failed', { detail: problem.message });
  }
  return problem instanceof Error ? problem.message : String(problem);
}

/**
 * Asks the station with a name and a password. Where they do not fit, nobody is to be told to sign in: that is what they are doing.
 * @template T
 * @param {() => Promise<T>} ask @returns {Promise<T>}
 */
export async function withPassword(ask) {
  try {
    return await ask();
  } catch (problem) {
    if (problem instanceof StationError && problem.status === 401 && language() === 'ru') throw new Error(notSignedInRu);
    throw problem;
  }
}
