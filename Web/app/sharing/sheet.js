/** A dialog of its own making: a title, a body that is written anew, and a button that closes it. Text goes in as text. */

import { problemText } from '../dialog.js';
import { button, make, reconcile } from '../dom.js';
import { language } from '../i18n.js';
import { unitSystem } from '../units.js';
import { s } from './words.js';

export class Sheet {
  /** @param {string} id @param {string} className */
  constructor(id, className) {
    this.element = make('dialog', `sheet ${className}`);
    this.element.id = id;
    this.title = make('h2');
    this.title.id = `${id}-title`;
    this.element.setAttribute('aria-labelledby', this.title.id);
    this.body = make('div', 'sheet-body');
    this.problem = make('p', 'problem');
    this.problem.setAttribute('role', 'alert');
    this.problem.hidden = true;
    this.closing = button('text-button', '', () => this.close());
    const foot = make('div', 'buttons');
    foot.append(this.closing);
    this.element.append(this.title, this.body, this.problem, foot);
    document.body.append(this.element);
  }

  get isOpen() {
    return this.element.open;
  }

  /** @param {string} title */
  open(title) {
    this.title.textContent = title;
    this.closing.textContent = s('close');
    this.complain(null);
    if (!this.element.open) this.element.showModal();
  }

  close() {
    this.element.close();
  }

  /** @param {unknown} problem null takes it away */
  complain(problem) {
    this.problem.hidden = problem === null;
    this.problem.textContent = problem === null ? '' : problemText(problem);
  }

  /**
   * Do something that the station may refuse, and say so if it does.
   * @param {() => Promise<unknown>} act @returns {Promise<boolean>}
   */
  async attempt(act) {
    this.complain(null);
    try {
      await act();
      return true;
    } catch (problem) {
      this.complain(problem);
      return false;
    }
  }
}

/**
 * Show rows in a container. A row is made anew only when what it says would differ, so that whoever is about to press a button in it
 * finds it there.
 * @template I
 * @param {HTMLElement} container @param {I[]} items @param {(item: I) => unknown} saysOf what the row says, besides what `update` writes
 * @param {(item: I) => HTMLElement} row @param {(element: HTMLElement, item: I) => void} [update]
 */
export function showRows(container, items, saysOf, row, update = () => {}) {
  reconcile(container, items, (item) => JSON.stringify([language(), unitSystem(), saysOf(item)]), row, update);
}

/**
 * A button that is pressed once at a time.
 * @param {string} className @param {string} text @param {() => Promise<unknown>} act
 */
export function actButton(className, text, act) {
  const made = button(className, text, () => {
    made.disabled = true;
    void act().finally(() => { made.disabled = false; });
  });
  return made;
}
