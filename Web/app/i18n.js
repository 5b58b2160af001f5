/**
 * The words of the page, in English and in Russian, switchable at any moment.
 *
 * Fixed text carries `data-i18n="key"`; attributes carry `data-i18n-title`, `data-i18n-label` (aria-label) or
 * `data-i18n-placeholder`. Everything else calls `t` when it draws, and redraws when the language changes.
 */

import { en } from './locales/en.js';
import { ru } from './locales/ru.js';

/** @typedef {keyof typeof en} Key */
/** @typedef {'en' | 'ru'} Language */

/** @type {Record<Language, Record<Key, string>>} */
const CATALOGUES = { en, ru };
const PLURALS = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru') };

/** @type {Language} */
let current = 'en';

/** @returns {Language} */
export function language() {
  return current;
}

/** @param {Language} next */
export function setLanguage(next) {
  current = next;
}

/**
 * The text for a key. `{name}` is replaced by the parameter; a text of the form `one|few|many|other` (English:
 * `one|other`) is chosen by the parameter `count`.
 * @param {Key} key @param {Record<string, string | number>} [parameters]
 * @returns {string}
 */
export function t(key, parameters) {
  let text = CATALOGUES[current][key];
  if (parameters === undefined) return text;
  if (text.includes('|') && typeof parameters.count === 'number') text = chooseForm(text, parameters.count);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in parameters ? String(parameters[name]) : whole));
}

/** @param {string} text @param {number} count */
function chooseForm(text, count) {
  const forms = text.split('|');
  const order = current === 'en' ? ['one', 'other'] : ['one', 'few', 'many', 'other'];
  const index = order.indexOf(PLURALS[current].select(count));
  return forms[Math.min(index < 0 ? forms.length - 1 : index, forms.length - 1)];
}

/**
 * The text for a key that the station named (a class, a state, a quality flag); the name itself when none is known.
 * @param {string} prefix @param {string} name
 */
export function term(prefix, name) {
  const key = `${prefix}.${name}`;
  return key in CATALOGUES[current] ? CATALOGUES[current][/** @type {Key} */ (key)] : name;
}

/**
 * A number in the language's own writing: decimal point or comma, narrow blanks between thousands.
 * @param {number} value @param {number} [decimals]
 */
export function number(value, decimals = 0) {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole, fraction] = fixed.split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u202f') : whole;
  const sign = value < 0 && Number(fixed) !== 0 ? '\u2212' : '';
  return sign + grouped + (fraction === undefined ? '' : (current === 'ru' ? ',' : '.') + fraction);
}

const ATTRIBUTES = /** @type {const} */ ([
  ['data-i18n-title', 'title'],
  ['data-i18n-label', 'aria-label'],
  ['data-i18n-placeholder', 'placeholder'],
]);

/**
 * Write the fixed text of a part of the page in the current language.
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const element of root.querySelectorAll('[data-i18n]')) {
    element.textContent = t(/** @type {Key} */ (element.getAttribute('data-i18n')));
  }
  for (const [source, target] of ATTRIBUTES) {
    for (const element of root.querySelectorAll(`[${source}]`)) {
      element.setAttribute(target, t(/** @type {Key} */ (element.getAttribute(source))));
    }
  }
}
