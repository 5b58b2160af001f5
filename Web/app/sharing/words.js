/** The words of what is shared between parties, in English and in Russian. */

import { language } from '../i18n.js';
import { sharingEn as en } from '../locales/sharing-en.js';
import { sharingRu as ru } from '../locales/sharing-ru.js';
import { clock, date } from '../units.js';

/** @typedef {keyof typeof en} SharingWord */

/**
 * The words for a key, with `{name}` replaced by the parameters. What a parameter says stays text.
 * @param {SharingWord} key @param {Record<string, string | number>} [parameters]
 * @returns {string}
 */
export function s(key, parameters = {}) {
  const text = (language() === 'ru' ? ru : en)[key];
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in parameters ? String(parameters[name]) : whole));
}

/**
 * The words for something that the station named; the name itself when none are known.
 * @param {string} prefix @param {string} name
 */
export function named(prefix, name) {
  const key = `${prefix}.${name}`;
  return key in en ? s(/** @type {SharingWord} */ (key)) : name;
}

/**
 * A fault or caution of a document, with its line and keys, in the language of the page.
 * @param {import('./types').DocumentFault} fault
 */
export function faultText(fault) {
  const place = `${fault.line === undefined ? '' : `${s('agreement.line', { line: fault.line })}: `}${fault.keys ? `${fault.keys}: ` : ''}`;
  return place + (language() === 'ru' ? fault.reasonRu : fault.reason);
}

/**
 * That something came long after it was written, and when; nothing where it came in time.
 * @param {boolean | undefined} isLate @param {number | undefined} received
 */
export function lateText(isLate, received) {
  return isLate && received !== undefined ? s('late', { time: `${date(received)} ${clock(received)}` }) : '';
}

/** Every key of both catalogues, for a test. */
export const catalogues = { en, ru };
