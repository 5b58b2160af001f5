/** Finding an aircraft by call sign, address or code, from the keyboard: the map itself can't be tabbed through. */

import { byId, make, reconcile, write } from './dom.js';
import { level } from './units.js';

const MOST = 8;

export class Finder {
  /** @param {import('./picture.js').Picture} picture @param {(id: string) => void} chosen */
  constructor(picture, chosen) {
    this.picture = picture;
    this.chosen = chosen;
    this.input = /** @type {HTMLInputElement} */ (byId('find'));
    this.list = byId('found');
    this.at = 0;
    /** @type {import('./picture.js').Target[]} */
    this.matches = [];
    this.input.addEventListener('input', () => { this.at = 0; this.search(); });
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => setTimeout(() => this.show([]), 150));
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  search() {
    const text = this.input.value.trim().toUpperCase();
    if (text === '') return this.show([]);
    const all = [...this.picture.targets.values()];
    const starts = all.filter((target) => target.name.toUpperCase().startsWith(text) || target.track.id.toUpperCase().startsWith(text) || target.track.squawk === text);
    const holds = all.filter((target) => !starts.includes(target) && target.name.toUpperCase().includes(text));
    this.show([...starts, ...holds].slice(0, MOST));
  }

  /** @param {import('./picture.js').Target[]} matches */
  show(matches) {
    this.matches = matches;
    this.list.hidden = matches.length === 0;
    this.input.setAttribute('aria-expanded', String(matches.length > 0));
    reconcile(this.list, matches, (target) => target.track.id, (target) => this.create(target.track.id), (item, target) => {
      const [name, detail] = item.children;
      write(name, target.name);
      write(detail, `${target.track.id} ${level(target.track.altFt)}`);
      item.setAttribute('aria-selected', String(matches[this.at] === target));
    });
    const current = matches[this.at];
    if (current) this.input.setAttribute('aria-activedescendant', `found-${current.track.id}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  /** @param {string} id @returns {HTMLElement} */
  create(id) {
    const item = make('li');
    item.id = `found-${id}`;
    item.setAttribute('role', 'option');
    item.append(make('span'), make('span'));
    item.addEventListener('pointerdown', () => this.choose(id));
    return item;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.at = Math.max(0, Math.min(this.matches.length - 1, this.at + (event.key === 'ArrowDown' ? 1 : -1)));
      this.show(this.matches);
    } else if (event.key === 'Enter' && this.matches[this.at]) this.choose(this.matches[this.at].track.id);
    else if (event.key === 'Escape') {
      this.input.value = '';
      this.show([]);
      this.input.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} id */
  choose(id) {
    this.input.value = '';
    this.show([]);
    this.input.blur();
    this.chosen(id);
  }
}
