import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconcile } from '../../../Web/app/dom.js';

/** As much of an element as a list needs, which counts how often children are put in. */
class Element {
  constructor() {
    this.children = [];
    this.dataset = {};
    this.parent = null;
    this.placed = 0;
  }

  get firstElementChild() {
    return this.children[0] ?? null;
  }

  get nextElementSibling() {
    return this.parent.children[this.parent.children.indexOf(this) + 1] ?? null;
  }

  insertBefore(child, at) {
    child.remove();
    this.placed += 1;
    child.parent = this;
    this.children.splice(at ? this.children.indexOf(at) : this.children.length, 0, child);
  }

  remove() {
    if (this.parent) this.parent.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }
}

/** @param {Element} list @param {string} keys */
function show(list, keys) {
  reconcile(list, [...keys], (key) => key, () => new Element(), () => {});
  return list.children.map((child) => child.dataset.key).join('');
}

test('rows that stay are not put in again: they would lose the focus and a press in progress', () => {
  const list = new Element();
  assert.equal(show(list, 'abcd'), 'abcd');
  assert.equal(list.placed, 4);
  const [, second, third] = list.children;
  assert.equal(show(list, 'bcd'), 'bcd');
  assert.equal(show(list, 'bc'), 'bc');
  assert.equal(list.placed, 4);
  assert.equal(list.children[0], second);
  assert.equal(show(list, 'xbc'), 'xbc');
  assert.equal(list.placed, 5);
  assert.equal(list.children[2], third);
  assert.equal(show(list, 'cbx'), 'cbx');
});

test('nothing is left behind, whatever the keys', () => {
  const list = new Element();
  for (let round = 0; round < 5; round += 1) assert.equal(show(list, 'aba'), 'ab');
  assert.equal(show(list, ''), '');
  assert.equal(list.children.length, 0);
});
