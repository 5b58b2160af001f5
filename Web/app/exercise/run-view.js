/** What the panel shows of a run: cards, people, what is to be said and what was said, each with what can be done about it. */

import { language } from '../i18n.js';
import { element } from './elements.js';
import { rangeView } from './ranges.js';
import { kind, other, own, word } from './words.js';

/** @typedef {import('./types').Run} Run */
/** @typedef {import('./types').Participant} Participant */
/** @typedef {import('./types').Said} Said */

/**
 * What people do on the panel.
 * @typedef {object} Doing
 * @property {(label: import('./words.js').Word, act: string, work: () => void) => HTMLElement} button
 * @property {(label: import('./words.js').Word, act: string, work: () => void) => HTMLElement} twice done when pressed a second time within some seconds
 * @property {(what: string, body?: object) => void} tell
 * @property {() => string} frequency the name of the frequency that people are heard on
 */

/** @param {Run} run @param {string} party this station's @param {Doing} doing */
export function runView(run, party, doing) {
  return [
    rangeView(run),
    element('h3', {}, word('cards')),
    element('ol', { class: 'exercise-cards' }, run.cards.map((card) => cardView(run, card, doing))),
    element('h3', {}, word('people')),
    element('ul', { class: 'exercise-people' }, run.participants.map((one) => person(run, one, doing))),
    ...(run.prompts.length ? [element('h3', {}, word('prompts'))] : []),
    ...run.prompts.map((prompt) => promptView(run, prompt, doing)),
    ...(run.said.length ? [element('h3', {}, word('said'))] : []),
    ...[...run.said].reverse().map((said) => saidView(run, said, party, doing)),
    ...(run.phase === 'ended' ? [] : [doing.twice('end', 'end', () => doing.tell('end'))]),
  ];
}

/** @param {Run} run @param {import('./types').Card} card @param {Doing} doing */
function cardView(run, card, doing) {
  const decide = (/** @type {boolean} */ passed) => doing.tell('cards', { card: card.id, passed });
  const isPresent = run.phase === 'flying' && run.card === card.id;
  return element('li', { 'data-card': card.id, 'data-state': card.state ?? 'waiting', ...(isPresent ? { 'aria-current': 'step' } : {}) }, [
    element('b', {}, kind(card)), element('span', {}, word(card.state ?? 'waiting')),
    ...(card.reason ? [element('small', {}, card.reasonWords ? own(card.reasonWords) : card.reason)] : []),
    ...(isPresent ? [element('div', { class: 'exercise-acts' }, [
      doing.twice('decidePassed', `pass-${card.id}`, () => decide(true)), doing.twice('decideFailed', `fail-${card.id}`, () => decide(false)),
    ])] : []),
  ]);
}

/** @param {Run} run @param {Participant} one @param {Doing} doing */
function person(run, one, doing) {
  const isThere = one.checkedIn !== undefined;
  const text = one.contactLost ? word('lost') : isThere ? clock(/** @type {number} */ (one.checkedIn)) : word('notYet');
  const isOn = run.phase === 'flying';
  return element('li', { 'data-person': one.id, 'data-there': String(isThere && !one.contactLost) }, [
    element('b', {}, one.callsign), element('span', {}, `${one.party} · ${text}`),
    ...(isOn && !isThere ? [doing.button('checkIn', `in-${one.id}`, () => doing.tell('check-ins', { participant: one.id, frequency: doing.frequency() }))] : []),
    ...(isOn && isThere && !one.contactLost ? [doing.twice('lose', `lose-${one.id}`, () => doing.tell('contact', { participant: one.id, lost: true }))] : []),
  ]);
}

/** @param {Run} run @param {Run['prompts'][number]} prompt @param {Doing} doing */
function promptView(run, prompt, doing) {
  const crew = run.participants.find((one) => one.id === prompt.participant);
  const act = `say-${prompt.participant}-${prompt.message.split(' ')[0]}`;
  return sentence(crew?.callsign ?? '', prompt.words, false, crew && run.phase === 'flying' ? [doing.button('wasSaid', act, () => doing.tell('exchanges', {
    participant: crew.id, language: crew.language, message: prompt.message,
  }))] : []);
}

/**
 * What was said; where a crew of ours has to read it back, that it did.
 * @param {Run} run @param {Said} said @param {string} party @param {Doing} doing
 */
function saidView(run, said, party, doing) {
  const speaker = run.participants.find((one) => one.id === said.participant);
  const isExchange = run.phase === 'flying' && run.cards.some((card) => card.id === run.card && card.kind === 'exchange');
  const readers = !isExchange || said.readBack || !speaker || speaker.party === party ? []
    : run.participants.filter((one) => one.kind === 'flight' && one.party === party);
  const isRead = (/** @type {Participant} */ crew) => run.said.some((one) => one.readBack && one.participant === crew.id && one.message === said.message);
  return sentence(`${clock(said.at)} ${speaker?.callsign ?? said.participant}`, said.words, said.readBack, readers.filter((crew) => !isRead(crew)).map((crew) => {
    const button = doing.button('hasRead', `read-${crew.id}-${said.message}`, () => doing.tell('exchanges', {
      participant: crew.id, language: crew.language, message: said.message, readBack: true,
    }));
    button.textContent = `${crew.callsign}: ${word('hasRead')}`;
    return button;
  }));
}

/** @param {string} who @param {import('./types').Words} words @param {boolean} isReadBack @param {HTMLElement[]} acts */
function sentence(who, words, isReadBack, acts) {
  return element('div', { class: 'exercise-words' }, [
    element('small', {}, isReadBack ? `${who}, ${word('readBack')}` : who),
    element('span', { lang: language() }, own(words)),
    element('span', { lang: language() === 'en' ? 'ru' : 'en', class: 'other' }, other(words)),
    ...(acts.length ? [element('div', { class: 'exercise-acts' }, acts)] : []),
  ]);
}

/** @param {number} seconds */
function clock(seconds) {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
