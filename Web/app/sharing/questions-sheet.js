/** All questions “is this yours?”, both ways, with their answers. */

import { button, make, write } from '../dom.js';
import { number } from '../i18n.js';
import { clock, level } from '../units.js';
import { Sheet, showRows } from './sheet.js';
import { lateText, named, s } from './words.js';

const MOST_ROWS = 60;

export class QuestionsSheet {
  /** @param {import('./sharing.js').Sharing} sharing */
  constructor(sharing) {
    this.sharing = sharing;
    this.sheet = new Sheet('questions-sheet', '');
    this.list = make('div', 'rows');
    this.notice = make('p', 'note');
    this.sheet.body.append(this.list, this.notice);
  }

  open() {
    this.refresh();
    this.sheet.open(s('questions.title'));
  }

  refresh() {
    const questions = (this.sharing.state?.questions ?? []).slice(0, MOST_ROWS);
    showRows(this.list, questions.length === 0 ? [null] : questions, (question) => question, (question) => (question ? this.row(question) : make('p', 'empty', s('questions.none'))));
    write(this.notice, s('answer.notice'));
  }

  /** @param {import('./types').Question} question */
  row(question) {
    const row = make('section', 'question-row');
    row.append(
      make('h3', '', `${clock(question.written)} · ${s(question.ours ? 'answer.toPeer' : 'answer.fromPeer', { peer: question.peer })} · ${question.by.name}`),
      make('p', 'note', s('ask.told', {
        lat: number(question.lat, 4), lon: number(question.lon, 4), level: question.levelFt === undefined ? s('ask.noLevel') : level(question.levelFt), time: clock(question.time),
      })),
      make('p', '', [answerText(question), lateText(question.late, question.received)].filter((text) => text !== '').join(' · ')));
    if (!question.ours && question.waits && !question.answer) {
      row.append(button('text-button', s('answer.title', { peer: question.peer }), () => {
        this.sheet.close();
        this.sharing.answering.open(question);
      }));
    }
    return row;
  }
}

/**
 * The answer in words, and who gave it.
 * @param {import('./types').Question} question
 */
export function answerText(question) {
  if (!question.answer) return s('answer.open');
  const by = question.automatic ? s('answer.automatic') : s('answer.byPerson', { name: question.answeredBy?.name ?? '' });
  return `${named('answer', question.answer)} (${by}${question.answerLate ? `, ${s('answer.late')}` : ''})`;
}
