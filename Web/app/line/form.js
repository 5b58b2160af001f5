/** The parts of the form in which a message is composed: a field for a parameter, and what the message says in both languages. */

import { make } from '../dom.js';
import { t } from '../i18n.js';
import { other, otherLanguage, own } from './words.js';

/** @typedef {import('./draft.js').DraftElement} DraftElement */

/** @param {DraftElement} element */
export function parametersOf(element) {
  const names = element.definition?.parameters.map((parameter) => parameter.name) ?? [];
  return [...names, ...[...element.values.keys()].filter((name) => !names.includes(name))];
}

/**
 * @param {DraftElement} element @param {string} name of the parameter
 * @param {() => void} changed called when its value is another
 */
export function fieldOf(element, name, changed) {
  const definition = element.definition?.parameters.find((parameter) => parameter.name === name);
  const label = make('label', 'line-parameter', definition?.required === false ? `[${name}]` : name);
  /** @type {HTMLInputElement | HTMLSelectElement} */
  let input;
  if (definition?.choices) {
    input = make('select');
    input.append(new Option('', ''), ...definition.choices.map((choice) => new Option(choice, choice)));
  } else {
    input = make('input');
    input.maxLength = 120;
    input.autocomplete = 'off';
    input.spellcheck = false;
  }
  input.name = name;
  input.value = element.values.get(name) ?? '';
  if (definition) {
    input.title = definition.expected;
    if (input instanceof HTMLInputElement) input.placeholder = definition.expected;
    input.setAttribute('aria-required', String(definition.required));
  }
  input.addEventListener('input', () => {
    element.values.set(name, input.value);
    changed();
  });
  label.append(input);
  return label;
}

/** @param {import('./types').Rendered} answer */
export function previewOf(answer) {
  const parts = [make('p', 'line-own', own(answer.words))];
  const second = make('p', 'line-other', other(answer.words));
  second.lang = otherLanguage();
  if (second.textContent) parts.push(second);
  if (answer.text) parts.push(make('p', 'line-free', `${t('line.untranslated')}: “${answer.text}”`));
  parts.push(make('p', 'line-hint', [answer.action ? t('line.asksForAction') : '', `${t('line.checkWord')}: ${own(answer.checkWord)}`].filter(Boolean).join(' · ')));
  return parts;
}
