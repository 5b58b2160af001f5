/** A question of another party that a person is to answer: it comes up by itself. */

import { order } from '../api.js';
import { make } from '../dom.js';
import { number } from '../i18n.js';
import { clock, level } from '../units.js';
import { Sheet, actButton } from './sheet.js';
import { lateText, named, s } from './words.js';

/** Whether somebody is writing something at this moment. */
function isTyping() {
  return document.activeElement?.matches('input, select, textarea') ?? false;
}

/** Why a person is to answer where the station could not look who of ours was near. */
const BLIND_REASONS = ['out-of-time', 'silent', 'no-agreement'];

/**
 * Who of ours may be meant: where the station could not look, nobody found is not nobody there.
 * @param {import('./types').Question} question @param {(id: string) => string} nameOf
 */
export function candidatesText(question, nameOf) {
  if (question.candidates.length > 0) return s('answer.candidates', { candidates: question.candidates.map(nameOf).join(', ') });
  return s(BLIND_REASONS.includes(question.waits ?? '') ? 'answer.unknown' : 'answer.none');
}

/** Older ones wait in the list and don't come up. */
const COMES_UP_SECONDS = 600;

export class AnswerSheet {
  /** @param {import('./sharing.js').Sharing} sharing */
  constructor(sharing) {
    this.sharing = sharing;
    this.sheet = new Sheet('answer-sheet', '');
    this.shown = '';
    /** @type {Set<string>} questions that somebody put aside */
    this.aside = new Set();
    this.sheet.element.addEventListener('close', () => {
      this.aside.add(this.shown);
      this.shown = '';
    });
  }

  /** Bring up the oldest question that waits, and put away one that has been answered elsewhere. */
  consider() {
    const { state, display } = this.sharing;
    const waiting = (state?.questions ?? []).filter((one) => !one.ours && one.waits && !one.answer);
    if (this.shown !== '' && !waiting.some((one) => one.question === this.shown)) this.sheet.close();
    // It takes no keyboard from whoever is typing: it comes when they have done.
    if (this.shown !== '' || document.querySelector('dialog[open]') || isTyping()) return;
    for (const question of this.aside) if (!waiting.some((one) => one.question === question)) this.aside.delete(question);
    const next = waiting.reverse().find((one) => !this.aside.has(one.question) && display.picture.time - one.written < COMES_UP_SECONDS);
    if (next) this.open(next);
  }

  /** @param {import('./types').Question} question */
  open(question) {
    this.shown = question.question;
    const place = s('ask.told', {
      lat: number(question.lat, 4), lon: number(question.lon, 4), level: question.levelFt === undefined ? s('ask.noLevel') : level(question.levelFt), time: `${clock(question.time)} UTC`,
    });
    const buttons = make('div', 'buttons');
    for (const answer of /** @type {const} */ (['ours', 'not-known', 'no-comment'])) {
      buttons.append(actButton('text-button', s(`answer.${answer}`), () => this.answer(question, answer)));
    }
    this.sheet.body.replaceChildren(
      make('p', 'subject', place), make('p', 'note', s('answer.because', { reason: named('reason', question.waits ?? '') })),
      make('p', 'note', candidatesText(question, (id) => this.sharing.display.picture.nameOf(id))), make('p', 'note', s('answer.notice')), buttons);
    const late = lateText(question.late, question.received);
    if (late !== '') this.sheet.body.prepend(make('p', 'note late', late));
    this.sheet.open(s('answer.title', { peer: question.peer }));
    // On no button: a key that was meant for something else must not answer another party.
    this.sheet.title.tabIndex = -1;
    this.sheet.title.focus();
  }

  /** @param {import('./types').Question} question @param {string} answer */
  async answer(question, answer) {
    const path = [question.peer, question.agreement, question.question].map(encodeURIComponent).join('/');
    if (await this.sheet.attempt(() => order('POST', `/api/questions/${path}/answer`, { answer }))) this.sheet.close();
    this.sharing.soon();
  }
}
