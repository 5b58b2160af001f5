/** The words of the exercise panel, in English and in Russian. */

import { language } from '../i18n.js';

const en = {
  button: 'Exercise', title: 'Exercise', close: 'Close (Esc)', none: 'No run goes on here.', plans: 'Plans',
  signed: 'signed by all', open: 'not signed by', begin: 'Begin', beginSimulated: 'Begin, simulated', simulated: 'SIMULATED',
  minimum: 'Minimum', buffer: 'Turn away below', now: 'Now', predicted: 'Predicted', vertical: 'Vertical', own: 'own data', shared: 'shared data',
  cards: 'Cards', people: 'Checked in', prompts: 'To be said', said: 'Was said', readBack: 'read back', abort: 'BREAK OFF', end: 'End the run',
  confirmAbort: 'Press again to break off', checkIn: 'Checked in', lost: 'contact lost', notYet: 'not heard', noRange: 'Distance not known', ft: 'ft', nm: 'NM',
  started: 'running', passed: 'passed', failed: 'failed', waiting: 'to come', aborted: 'Broken off', ended: 'Ended', complete: 'All cards flown', flying: 'Running',
  frequency: 'Heard on', wasSaid: 'Was said', hasRead: 'has read it back', lose: 'Contact lost', decidePassed: 'Passed', decideFailed: 'Failed', again: 'Press again',
  unsaved: 'Not written to the record', refused: 'Not followed here', below: 'below the minimum', near: 'below the buffer',
};

/** @type {typeof en} */
const ru = {
  button: 'Учение', title: 'Учение', close: 'Закрыть (Esc)', none: 'Сейчас учение не проводится.', plans: 'Планы',
  signed: 'подписан всеми', open: 'не подписан:', begin: 'Начать', beginSimulated: 'Начать с имитацией', simulated: 'ИМИТАЦИЯ',
  minimum: 'Минимум', buffer: 'Отворот при менее', now: 'Сейчас', predicted: 'Прогноз', vertical: 'По высоте', own: 'свои данные', shared: 'общие данные',
  cards: 'Карточки', people: 'Вышли на связь', prompts: 'Передать', said: 'Передано', readBack: 'повторено', abort: 'ПРЕКРАТИТЬ', end: 'Завершить',
  confirmAbort: 'Нажмите ещё раз для прекращения', checkIn: 'На связи', lost: 'связь потеряна', notYet: 'не слышно', noRange: 'Расстояние неизвестно', ft: 'фт', nm: 'мор. мили',
  started: 'выполняется', passed: 'выполнена', failed: 'не выполнена', waiting: 'впереди', aborted: 'Прекращено', ended: 'Завершено', complete: 'Все карточки пройдены', flying: 'Проводится',
  frequency: 'На частоте', wasSaid: 'Передано', hasRead: 'повторено', lose: 'Связь потеряна', decidePassed: 'Выполнена', decideFailed: 'Не выполнена', again: 'Нажмите ещё раз',
  unsaved: 'Не внесено в запись', refused: 'Здесь не отслеживается', below: 'меньше минимума', near: 'меньше рубежа отворота',
};

const TABLES = { en, ru };

/** @typedef {keyof typeof en} Word */

/** @param {Word} key */
export function word(key) {
  return TABLES[language()][key];
}

/**
 * A text that the station gave in both languages.
 * @param {import('./types').Words} both
 */
export function own(both) {
  return both[language()];
}

/**
 * The same in the language that the page is not in.
 * @param {import('./types').Words} both
 */
export function other(both) {
  return language() === 'en' ? both.ru : both.en;
}

/** @type {Record<'en' | 'ru', Record<string, string>>} */
const KINDS = {
  en: { 'check-in': 'Check-in', approach: 'Approach', exchange: 'Exchange of parameters', opening: 'Opening', departure: 'Departure' },
  ru: { 'check-in': 'Выход на связь', approach: 'Сближение', exchange: 'Обмен параметрами полёта', opening: 'Расхождение', departure: 'Уход' },
};

/**
 * What is done on a card, with its own name where that says something else.
 * @param {import('./types').Card} card
 */
export function kind(card) {
  const text = KINDS[language()][card.kind] ?? card.kind;
  return card.id === card.kind ? text : `${text} (${card.id})`;
}
