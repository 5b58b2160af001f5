/** The keyboard: one table of shortcuts, which the help is written from. Letters go by their place on the keyboard. */

import { byId, make } from './dom.js';
import { t } from './i18n.js';

/**
 * @typedef {object} Shortcut
 * @property {string} code as in KeyboardEvent.code; with `Shift+` before it where shift is needed
 * @property {string} label what stands on the key
 * @property {import('./i18n.js').Key} help
 * @property {() => void} act
 */

export class Keyboard {
  /** @param {Shortcut[]} shortcuts @param {{code: string, act: () => void}[]} others the second keys of pairs, not listed by themselves */
  constructor(shortcuts, others) {
    this.shortcuts = shortcuts;
    this.others = others;
    addEventListener('keydown', (event) => this.key(event));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) return;
    // The focus leaves a dialog that closes only with the next frame; until then it must not swallow what is typed.
    const focused = /** @type {HTMLElement} */ (event.target);
    const target = focused.closest('dialog') ? document.body : focused;
    const typing = target.matches('input:not([type="checkbox"], [type="radio"]), select, textarea');
    if (typing && event.code !== 'Escape') return;
    // A focused button keeps its own space and enter; the map and the time line their arrows.
    if (target.matches('button') && (event.code === 'Space' || event.code === 'Enter')) return;
    if (event.key.startsWith('Arrow') && (this.moveInList(event) || target.closest('#map, #timeline'))) return;
    const name = (event.shiftKey ? 'Shift+' : '') + event.code;
    const shortcut = this.shortcuts.find((candidate) => candidate.code === name)
      ?? this.others.find((candidate) => candidate.code === name)
      ?? (event.key === '?' ? this.shortcuts.find((candidate) => candidate.label === '?') : undefined)
      ?? (event.key === '/' ? this.shortcuts.find((candidate) => candidate.label === '/') : undefined);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.act();
  }

  /**
   * Up and down go from row to row.
   * @param {KeyboardEvent} event
   */
  moveInList(event) {
    const row = /** @type {HTMLElement} */ (event.target).closest('.rows > .row');
    if (!row || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false;
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
    const main = /** @type {HTMLElement | null | undefined} */ (next?.querySelector('.row-main'));
    main?.focus();
    event.preventDefault();
    return true;
  }

  /** Write the help. */
  list() {
    byId('help-list').replaceChildren(...this.shortcuts.flatMap((shortcut) => {
      const keys = make('dt');
      for (const label of shortcut.label.split(' ')) keys.append(make('kbd', '', label));
      return [keys, make('dd', '', t(shortcut.help))];
    }));
  }
}
