/** Which of two languages comes first: the reader's own, the other beneath. */

import { language, t, term } from '../i18n.js';
import { clock } from '../units.js';

/** @typedef {import('./types').Words} Words */

/** @returns {'en' | 'ru'} */
export function otherLanguage() {
  return language() === 'en' ? 'ru' : 'en';
}

/** @param {Words | undefined} words */
export function own(words) {
  return words?.[language()] ?? words?.[otherLanguage()] ?? '';
}

/** @param {Words | undefined} words */
export function other(words) {
  return words?.[otherLanguage()] ?? '';
}

/**
 * The number at the end of an identifier, by which people name a message.
 * @param {string} id
 */
export function number(id) {
  return id.slice(id.lastIndexOf('-') + 1);
}

/** @param {number} seconds Unix seconds */
export function at(seconds) {
  return `${clock(seconds)}Z`;
}

/**
 * What a message says in the reader's language, free text besides.
 * @param {import('./types').Message} message
 */
export function sentence(message) {
  return [own(message.words), message.text ? `“${message.text}”` : ''].filter(Boolean).join(' ');
}

/**
 * The word for a code that answers.
 * @param {string} code
 */
export function answerWord(code) {
  const name = term('line.answer', code);
  return name === code ? code.slice(code.indexOf('.') + 1) : name;
}

/**
 * Why a message is open, how it ended.
 * @param {import('./types').Message} message
 */
export function outcome(message) {
  if (message.kind === 'heard') return t('line.heardOnly');
  if (message.closure) return term('line.closure', message.closure.replace(/ /g, '-'));
  if (!message.open) return '';
  const reason = message.reason ? term('line.reason', message.reason.replace(/[ ,]+/g, '-')) : '';
  if (message.mismatch) return [t('line.openDiffers'), reason].filter(Boolean).join(' · ');
  return reason || t('line.open');
}
