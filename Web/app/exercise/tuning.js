/** The frequency on which people are heard: what a check-in says. It is made once, so that a list that is open stays open. */

import { element, fill } from './elements.js';
import { word } from './words.js';

export class Tuning {
  constructor() {
    this.label = element('span', {});
    this.choice = element('select', { 'data-act': 'frequency' });
    this.root = element('label', { class: 'exercise-frequency', hidden: '' }, [this.label, this.choice]);
    this.shown = '';
  }

  /** The name of the frequency, as the plan has it. */
  get name() { return this.choice.value; }

  /** @param {import('./types').Run | undefined} run */
  draw(run) {
    this.root.hidden = run?.phase !== 'flying';
    this.label.textContent = word('frequency');
    if (!run || this.shown === run.id) return;
    this.shown = run.id;
    fill(this.choice, run.frequencies.map((one) => element('option', { value: one.name }, `${one.name} · ${one.channel}`)));
    this.choice.value = run.frequency;
  }
}
