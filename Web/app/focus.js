/** What the officer looks at: the selected aircraft or pair, and what lies under the pointer. */

/** @typedef {import('./types').Selection} Selection */

export class Focus {
  constructor() {
    /** @type {Selection} */
    this.selection = null;
    /** @type {string | null} */
    this.hovered = null;
    /**
     * The encounter that was chosen from the list, if that is how the pair was selected.
     * @type {import('./types').Encounter | null}
     */
    this.encounter = null;
    this.following = false;
    /** @type {(() => void)[]} */
    this.listeners = [];
  }

  /** @param {string | null} a @param {string | null} [b] @param {import('./types').Encounter | null} [encounter] */
  select(a, b = null, encounter = null) {
    this.selection = a === null ? null : { a, b: b === a ? null : b };
    this.encounter = encounter;
    if (a === null) this.following = false;
    this.changed();
  }

  /**
   * Add a second aircraft, or start with the first.
   * @param {string} id
   */
  extend(id) {
    if (this.selection && this.selection.a !== id) this.select(this.selection.a, id);
    else this.select(id);
  }

  /** @param {string} a @param {string} b */
  isPair(a, b) {
    const { selection } = this;
    return selection !== null && ((selection.a === a && selection.b === b) || (selection.a === b && selection.b === a));
  }

  changed() {
    for (const listener of this.listeners) listener();
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.listeners.push(listener);
  }
}
