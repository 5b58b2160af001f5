/** Composing: pick by typing, fill in, see both languages, send. What was heard on a frequency or a telephone is entered in the same form. */

import { get } from '../api.js';
import { button, byId, make, mark, write } from '../dom.js';
import { t } from '../i18n.js';
import { parseCoded, writeCoded } from './draft.js';
import { fieldOf, parametersOf, previewOf } from './form.js';
import { Suggest } from './suggest.js';
import { number } from './words.js';

/** @typedef {import('./draft.js').DraftElement} DraftElement */

const PAUSE_MILLISECONDS = 110;

export class Compose {
  /**
   * @param {(peer: string, body: object) => Promise<boolean>} send true when it was written
   * @param {() => string | null} spokenTo the peer whose dialogue is on the screen
   */
  constructor(send, spokenTo) {
    this.send = send;
    this.spokenTo = spokenTo;
    /** @type {string | null} whom the draft is for: the peer that was spoken to when it was begun */
    this.peer = null;
    /** @type {DraftElement[]} */
    this.elements = [];
    /** @type {string | null} the message that it answers */
    this.answers = null;
    this.valid = false;
    this.busy = false;
    this.asked = 0;
    this.form = /** @type {HTMLFormElement} */ (byId('line-compose'));
    this.find = /** @type {HTMLInputElement} */ (byId('line-find'));
    this.free = /** @type {HTMLInputElement} */ (byId('line-text'));
    this.heard = /** @type {HTMLInputElement} */ (byId('line-heard'));
    this.suggest = new Suggest(this.find, byId('line-offers'), byId('line-unclear'), (offer) => this.take(offer), () => this.heard.checked);
    this.free.addEventListener('input', () => this.renderSoon());
    this.heard.addEventListener('change', () => this.showHeard());
    this.form.addEventListener('input', () => this.bind());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    this.form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.ctrlKey) void this.submit();
      else if (event.key === 'Escape') {
        event.stopPropagation();
        if (this.hasDraft()) this.clear();
        else byId('line').focus();
      }
    });
    byId('line-clear').addEventListener('click', () => this.clear());
    this.showHeard();
  }

  /** Whether anything is written, or being written. */
  hasDraft() {
    return this.elements.length > 0 || this.free.value !== '' || this.answers !== null || this.find.value.trim() !== '' || this.heard.checked;
  }

  /** What has been begun goes to the peer that it was begun for, whoever is spoken to when it is sent. */
  bind() {
    this.peer = this.hasDraft() ? this.peer ?? this.spokenTo() : null;
    this.refresh();
  }

  /** Whom it goes to and what it answers, in the words of the present language. */
  refresh() {
    const shown = this.spokenTo();
    const peer = this.peer ?? shown ?? '';
    const isElsewhere = this.peer !== null && this.peer !== shown;
    mark(byId('line-answers'), 'data-elsewhere', isElsewhere ? 'true' : null);
    write(byId('line-answers'), [isElsewhere ? t('line.draftFor', { peer }) : '', this.answers ? t('line.answers', { number: number(this.answers) }) : '']
      .filter(Boolean).join(' · '));
    write(byId('line-send'), this.heard.checked ? t('line.enter') : t('line.send', { peer }));
  }

  /** @param {import('./suggest.js').Offer} offer */
  take(offer) {
    if (offer.kind === 'element') {
      this.elements.push({ code: offer.element.code, values: new Map(), definition: offer.element });
      this.drawElements(this.elements.length - 1);
      void this.render();
    } else void this.fill(offer.proposal.message, this.answers);
  }

  /**
   * A new draft.
   * @param {string} peer @param {string} coded @param {string | null} answers
   */
  begin(peer, coded, answers) {
    this.clear();
    this.peer = peer;
    return this.fill(coded, answers);
  }

  /**
   * Go on with a message that was proposed, or understood.
   * @param {string} coded @param {string | null} answers
   */
  async fill(coded, answers) {
    this.answers = answers;
    const elements = [...this.elements, ...parseCoded(coded)];
    this.elements = elements;
    this.drawElements(null);
    // At once: whoever has gone on to another field by the time the words are there must not be taken away from it.
    this.find.focus();
    await this.render();
    await Promise.all(elements.map(async (element) => {
      if (element.definition) return;
      const answer = await get(`/api/line/suggest?text=${encodeURIComponent(element.code)}${this.heard.checked ? '&heard=true' : ''}`).catch(() => null);
      element.definition = answer?.suggestions.find((/** @type {import('./types').Element} */ one) => one.code === element.code) ?? null;
    }));
    if (this.elements === elements) this.drawElements(null);
  }

  clear() {
    this.elements = [];
    this.answers = null;
    this.suggest.clear();
    this.free.value = '';
    this.heard.checked = false;
    this.showHeard();
    this.drawElements(null);
    void this.render();
  }

  showHeard() {
    byId('line-hearing').hidden = !this.heard.checked;
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (byId('line-hearing').querySelectorAll('input:not([type="checkbox"], .optional)'))) field.required = this.heard.checked;
    this.renderSoon();
  }

  /** The words that change with the language. */
  translate() {
    this.drawElements(null);
    void this.render();
  }

  /**
   * One row an element, one field a parameter.
   * @param {number | null} focus the element whose first field gets the focus
   */
  drawElements(focus) {
    const rows = this.elements.map((element, index) => {
      const row = make('fieldset', 'line-element');
      row.append(make('legend', '', element.code));
      const remove = button('icon-button small', '×', () => {
        this.elements.splice(index, 1);
        this.drawElements(null);
        void this.render();
        this.find.focus();
      });
      remove.title = t('line.removeElement');
      remove.setAttribute('aria-label', `${remove.title}: ${element.code}`);
      row.append(remove);
      for (const name of parametersOf(element)) row.append(fieldOf(element, name, () => this.renderSoon()));
      return row;
    });
    byId('line-elements').replaceChildren(...rows);
    this.bind();
    if (focus === null) return;
    const first = /** @type {HTMLElement | null} */ (rows[focus]?.querySelector('input, select'));
    (first ?? this.find).focus();
  }

  renderSoon() {
    this.valid = false;
    this.enable();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.render(), PAUSE_MILLISECONDS);
  }

  /** Both languages, or what is wrong and where. */
  async render() {
    const mine = ++this.asked;
    const coded = writeCoded(this.elements), free = this.free.value.trim();
    const preview = byId('line-preview');
    if (coded === '' && free === '') {
      this.valid = false;
      preview.replaceChildren();
      return this.enable();
    }
    try {
      /** @type {import('./types').Rendered} */
      const answer = await get(`/api/line/render?message=${encodeURIComponent(coded)}&text=${encodeURIComponent(free)}${this.heard.checked ? '&to=crew' : ''}`);
      if (mine !== this.asked) return undefined;
      this.valid = answer.fault === undefined;
      preview.replaceChildren(...(this.valid ? previewOf(answer) : [make('p', 'line-fault', answer.fault)]));
      for (const field of this.form.querySelectorAll('.line-parameter input, .line-parameter select')) {
        mark(field, 'aria-invalid', answer.parameter !== undefined && field.getAttribute('name') === answer.parameter ? 'true' : null);
      }
    } catch {
      this.valid = false;
      preview.replaceChildren(make('p', 'line-fault', t('dialog.unreachable')));
    }
    return this.enable();
  }

  enable() {
    /** @type {HTMLButtonElement} */ (byId('line-send')).disabled = !this.valid || this.busy;
    this.refresh();
  }

  async submit() {
    const { peer } = this;
    if (peer === null || !this.valid || this.busy || !this.form.reportValidity()) return;
    /** @type {Record<string, unknown>} */
    const body = {};
    const coded = writeCoded(this.elements), free = this.free.value.trim();
    if (coded) body.message = coded;
    if (free) body.text = free;
    if (this.answers) body.answers = this.answers;
    if (this.heard.checked) {
      const value = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (byId(id)).value.trim();
      body.heard = { channel: value('line-channel'), by: value('line-caller'), time: value('line-time') };
      if (value('line-check-word')) body.check = value('line-check-word');
      body.late = /** @type {HTMLInputElement} */ (byId('line-late')).checked || body.check !== undefined;
    }
    this.busy = true;
    this.enable();
    const done = await this.send(peer, body);
    this.busy = false;
    if (done) {
      // Whoever has begun to look for the next words keeps them.
      const next = this.find.value;
      this.clear();
      this.find.value = next;
      this.bind();
      if (this.form.contains(document.activeElement) || document.activeElement === document.body) this.find.focus();
    }
    this.enable();
  }
}
