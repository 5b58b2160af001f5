/** Putting a document forward: checked first, with every fault and its line. */

import { order } from '../api.js';
import { make } from '../dom.js';
import { differences } from './agreement-text.js';
import { actButton } from './sheet.js';
import { faultText, s } from './words.js';

export class ProposalForm {
  /** @param {import('./sharing.js').Sharing} sharing @param {import('./sheet.js').Sheet} sheet */
  constructor(sharing, sheet) {
    this.sharing = sharing;
    this.sheet = sheet;
    this.element = make('details', 'proposal');
    this.summary = make('summary');
    this.document = make('textarea');
    this.document.rows = 10;
    this.document.spellcheck = false;
    this.document.id = 'proposal-document';
    this.note = make('input');
    this.note.maxLength = 500;
    this.result = make('ul', 'proposal-faults');
    this.differences = make('div', 'proposal-differences');
    this.buttons = make('div', 'buttons');
    this.element.append(this.summary, this.document, this.note, this.result, this.differences, this.buttons);
    /**
     * The version that the document answers.
     * @type {import('./types').AgreementText | null}
     */
    this.countered = null;
  }

  /** In the present language. */
  write() {
    this.summary.textContent = this.countered ? s('agreement.answering', { agreement: this.countered.agreement, version: this.countered.version }) : s('agreement.propose');
    this.document.placeholder = s('agreement.document');
    this.document.setAttribute('aria-label', s('agreement.document'));
    this.note.placeholder = s('agreement.note');
    this.note.setAttribute('aria-label', s('agreement.note'));
    this.result.replaceChildren();
    this.differences.replaceChildren();
    this.buttons.replaceChildren(
      actButton('text-button', s('agreement.check'), () => this.check()),
      actButton('text-button primary', s('agreement.send'), () => this.send()));
    if (this.countered) this.buttons.append(actButton('text-button', s('agreement.instead'), async () => this.counter(null)));
  }

  /**
   * Answers a version with its own document, to be changed; null: a new document, and nothing is answered.
   * @param {import('./types').AgreementText | null} text
   */
  counter(text) {
    this.countered = text;
    this.document.value = text?.document ?? '';
    this.write();
    this.element.open = true;
    this.element.scrollIntoView({ block: 'start' });
    this.document.focus();
  }

  /** What is sent for the present document. */
  get request() {
    return { document: this.document.value, ...(this.countered ? { counters: this.countered.sha256 } : {}) };
  }

  async check() {
    await this.sheet.attempt(async () => {
      const check = await order('POST', '/api/agreements/check', this.request);
      /** @type {import('./types').DocumentFault[]} */
      const faults = [...check.faults, ...check.cautions];
      this.result.replaceChildren(...(faults.length === 0 ? [s('agreement.good')] : faults.map(faultText)).map((text) => make('li', '', text)));
      this.differences.replaceChildren(...differences(check));
    });
  }

  async send() {
    const note = this.note.value.trim();
    const isSent = await this.sheet.attempt(() => order('POST', '/api/agreements', { ...this.request, ...(note === '' ? {} : { note }) }));
    if (!isSent) return;
    this.document.value = '';
    this.note.value = '';
    this.countered = null;
    this.write();
    this.element.open = false;
    this.sharing.soon();
  }
}
