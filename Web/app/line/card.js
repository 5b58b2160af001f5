/** One message on the screen: what it says in both languages, how far it has come, where a read-back differs. */

import { make, mark, reconcile, write } from '../dom.js';
import { t, term } from '../i18n.js';
import { clock, date } from '../units.js';
import { stepKey } from './sounds.js';
import { isUnread } from './store.js';
import { at, number, other, otherLanguage, outcome, own } from './words.js';

/** @typedef {import('./types').Message} Message */

/** The times of a message in the order in which they come. */
const STAGES = /** @type {const} */ (['sent', 'received', 'shown', 'read', 'answered', 'passedToCrew', 'readBackMatched', 'complied', 'closed']);

/** @returns {HTMLElement} */
export function createCard() {
  const card = make('li', 'line-card');
  card.tabIndex = -1;
  const head = make('header', 'line-card-head');
  head.append(make('span', 'line-who'), make('span', 'line-tags'), make('time', 'line-when'));
  card.append(head, make('p', 'line-own'), make('p', 'line-other'), make('p', 'line-free'), make('ol', 'line-times'), make('p', 'line-outcome'),
    make('div', 'line-mismatch'), make('ul', 'line-escalation'), make('div', 'line-buttons'));
  return card;
}

/** @param {HTMLElement} card @param {Message} message @param {{party: string, peer: string, answered?: Message}} context */
export function updateCard(card, message, context) {
  const [head, ownText, otherText, free, times, result, mismatch, escalation] = /** @type {HTMLElement[]} */ ([...card.children]);
  const [who, tags, when] = head.children;
  mark(card, 'data-side', message.side);
  mark(card, 'data-open', String(message.open));
  mark(card, 'data-unread', String(isUnread(message)));
  mark(card, 'data-kind', message.kind);
  mark(card, 'data-cancelled', message.cancelled ? 'true' : null);
  mark(card, 'data-id', message.id);
  write(who, `${message.side === 'ours' ? context.party : context.peer} · ${message.by.name} · № ${number(message.id)}`);
  write(tags, tagsOf(message, context.answered).join(' · '));
  write(when, message.times.sent ? at(message.times.sent) : '');
  write(ownText, own(message.words));
  ownText.hidden = ownText.textContent === '';
  write(otherText, other(message.words));
  mark(otherText, 'lang', otherLanguage());
  otherText.hidden = otherText.textContent === '';
  write(free, message.text ? `${t('line.untranslated')}: “${message.text}”` : '');
  free.hidden = !message.text;
  mark(card, 'title', `${message.coded}${message.coded ? '\n' : ''}${t('line.checkWord')}: ${own(message.checkWord)}`);
  updateTimes(times, message);
  write(result, outcome(message));
  result.hidden = result.textContent === '';
  updateMismatch(mismatch, message);
  updateEscalation(escalation, message);
}

/** @param {Message} message @param {Message | undefined} answered */
function tagsOf(message, answered) {
  const tags = [];
  if (message.heard) tags.push(t('line.heard', { channel: message.heard.channel, by: message.heard.by, at: at(message.heard.time) }));
  if (message.late) tags.push(t('line.late'));
  if (message.outside) tags.push(t('line.outside'));
  if (message.cameLate !== undefined) tags.push(t('line.cameLate', { at: `${date(message.cameLate)} ${clock(message.cameLate)}` }));
  if (message.repeats) tags.push(t('line.repeats', { number: number(message.repeats) }));
  else if (message.answers) tags.push(t('line.answers', { number: number(message.answers) }));
  if (answered?.strangers.includes(message.id)) tags.push(t('line.stranger'));
  if (message.cancelled) tags.push(t('line.cancelledAt', { at: at(message.cancelled.at), by: message.cancelled.by ?? '' }));
  return tags;
}

/** @param {HTMLElement} list @param {Message} message */
function updateTimes(list, message) {
  const known = STAGES.filter((stage) => message.times[stage] !== undefined && (stage !== 'closed' || message.closure !== undefined));
  reconcile(list, known, (stage) => stage, () => make('li'), (item, stage) => {
    const who = stage === 'read' && message.reader ? ` ${message.reader}` : '';
    write(item, `${t(/** @type {const} */ (`line.time.${stage}`))} ${at(/** @type {number} */ (message.times[stage]))}${who}`);
  });
}

/**
 * Where it differs, in both languages.
 * @param {HTMLElement} place @param {Message} message
 */
function updateMismatch(place, message) {
  const { mismatch } = message;
  place.hidden = !mismatch;
  const key = JSON.stringify([mismatch?.differences, t('line.sent')]);
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  place.replaceChildren();
  if (!mismatch) return;
  place.setAttribute('role', 'alert');
  place.append(make('p', 'line-differs', t('line.differs')), differenceTable(mismatch.differences));
}

/** @param {import('./types').Difference[]} differences */
export function differenceTable(differences) {
  const table = make('table', 'line-differences');
  const head = table.createTHead().insertRow();
  for (const text of [t('line.sent'), t('line.heardAs')]) {
    const cell = make('th', '', text);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { sent, heard } of differences) {
    const row = body.insertRow();
    for (const words of [sent, heard]) {
      const cell = row.insertCell();
      cell.append(make('span', 'line-value', own(words)));
      if (other(words) && other(words) !== own(words)) {
        const second = make('span', 'line-value-other', other(words));
        second.lang = otherLanguage();
        cell.append(second);
      }
    }
  }
  return table;
}

/** @param {HTMLElement} list @param {Message} message */
function updateEscalation(list, message) {
  const steps = message.escalation ?? [];
  list.hidden = steps.length === 0;
  reconcile(list, steps, stepKey, () => make('li'), (item, step) => {
    mark(item, 'data-measure', step.measure);
    write(item, step.measure === 'sound' ? t('line.nobodyAnswers', { at: at(step.since) }) : `${term('line.measure', step.measure)} ${step.whom ?? ''}`);
  });
}
