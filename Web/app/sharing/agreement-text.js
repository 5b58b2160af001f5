/** What a version of an agreement says, in both languages side by side, and what is other than in another version. */

import { make } from '../dom.js';
import { faultText, s } from './words.js';

/**
 * @param {Pick<import('./types').AgreementText, 'comparedWith' | 'comparedVersion' | 'differences'>} text
 * @returns {HTMLElement[]} nothing where it was compared with nothing
 */
export function differences(text) {
  if (!text.differences) return [];
  const head = make('h4', '', s('agreement.differences', { version: `${text.comparedVersion ?? 0} · ${(text.comparedWith ?? '').slice(0, 12)}` }));
  if (text.differences.length === 0) return [head, make('p', 'note', s('agreement.noDifference'))];
  const table = make('div', 'both-languages differences');
  for (const one of text.differences) {
    table.append(make('span', 'clause-keys', one.keys));
    for (const [before, after] of [[one.beforeEn, one.afterEn], [one.beforeRu, one.afterRu]]) {
      const cell = make('div');
      if (before) cell.append(make('del', '', before));
      cell.append(make('ins', '', after ?? s('agreement.gone')));
      table.append(cell);
    }
  }
  return [head, table];
}

/**
 * What may be signed and is worth a second thought.
 * @param {import('./types').DocumentFault[]} found @returns {HTMLElement[]} nothing where there is none
 */
function cautions(found) {
  if (found.length === 0) return [];
  const list = make('ul', 'agreement-cautions');
  list.append(...found.map((one) => make('li', '', faultText(one))));
  return [make('h4', '', s('agreement.cautions')), list];
}

/** @param {import('./types').AgreementText} text @returns {HTMLElement[]} */
export function clauses(text) {
  const table = make('div', 'both-languages');
  table.append(make('span', 'clause-keys'), make('b', '', s('agreement.english')), make('b', '', s('agreement.russian')));
  for (const clause of text.clauses) {
    const english = make('p', '', clause.en), russian = make('p', '', clause.ru);
    english.lang = 'en';
    russian.lang = 'ru';
    table.append(make('span', 'clause-keys', clause.keys), english, russian);
  }
  const answered = text.answered && text.answered.comparedWith !== text.comparedWith ? differences(text.answered) : [];
  return [...cautions(text.cautions), ...differences(text), ...answered, table];
}
