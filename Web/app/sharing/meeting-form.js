/** Putting a meeting of the parties on record: when and where it was held, who was there, what was agreed and what stays open. */

import { order } from '../api.js';
import { make } from '../dom.js';
import { actButton } from './sheet.js';
import { s } from './words.js';

export class MeetingForm {
  /** @param {import('./sharing.js').Sharing} sharing @param {import('./sheet.js').Sheet} sheet @param {string} agreement */
  constructor(sharing, sheet, agreement) {
    this.sharing = sharing;
    this.sheet = sheet;
    this.agreement = agreement;
    this.held = make('input');
    this.held.type = 'datetime-local';
    this.held.step = '1';
    this.place = make('input');
    this.place.maxLength = 200;
    this.lists = { present: make('textarea'), agreed: make('textarea'), open: make('textarea') };
    this.element = make('details', 'meeting');
    this.element.append(make('summary', '', s('meeting.enter')), labelled(s('meeting.held'), this.held), labelled(s('meeting.place'), this.place));
    for (const key of /** @type {const} */ (['present', 'agreed', 'open'])) {
      this.lists[key].rows = 2;
      this.element.append(labelled(s(`meeting.${key}`), this.lists[key]));
    }
    this.element.append(actButton('text-button', s('meeting.send'), () => this.send()));
  }

  async send() {
    await this.sheet.attempt(async () => {
      const held = unixSeconds(this.held.value);
      if (held === null) throw new Error(s('meeting.noTime'));
      const { present, agreed, open } = this.lists;
      await order('POST', `/api/agreements/${encodeURIComponent(this.agreement)}/meetings`, {
        held, place: this.place.value.trim(), present: linesOf(present.value), agreed: linesOf(agreed.value), open: linesOf(open.value),
      });
      this.sharing.soon();
    });
  }
}

/**
 * A time that was typed as UTC, such as `2015-11-03T09:00`; null when there is none.
 * @param {string} text
 */
export function unixSeconds(text) {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const milliseconds = Date.parse(`${text}Z`);
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000;
}

/**
 * The lines of a text that say something.
 * @param {string} text
 */
export function linesOf(text) {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** @param {string} text @param {HTMLElement} field */
function labelled(text, field) {
  const label = make('label', '', text);
  label.append(field);
  return label;
}
