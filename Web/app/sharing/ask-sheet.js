/** “Is this yours?”, asked with one click: what it may be is shown first, and what will be told. */

import { get, order } from '../api.js';
import { button, byId, make } from '../dom.js';
import { number } from '../i18n.js';
import { clock, distance, level } from '../units.js';
import { Sheet, actButton } from './sheet.js';
import { s } from './words.js';
import { answerText } from './questions-sheet.js';

export class AskSheet {
  /** @param {import('./sharing.js').Sharing} sharing */
  constructor(sharing) {
    this.sharing = sharing;
    this.sheet = new Sheet('ask-sheet', '');
    this.place = make('div', 'actions');
    this.place.id = 'sharing-actions';
    byId('panel-actions').after(this.place);
    this.answer = make('p', 'ask-answer');
    /** @type {{question: string, peer: string} | null} */
    this.asked = null;
    this.offered = '';
  }

  /** Offer to ask about the selected aircraft, if it is nobody's that we know of. */
  offer() {
    const { display, state } = this.sharing;
    const id = display.focus.selection?.b === null ? display.focus.selection.a : undefined;
    const track = id === undefined ? undefined : display.picture.targets.get(id)?.track;
    const isOpen = Boolean(track && state && !track.ours && (!track.party || track.seenHere) && state.budgets.length > 0);
    const offered = isOpen ? `${id} ${s('ask.button')}` : '';
    if (offered === this.offered) return;
    this.offered = offered;
    this.place.replaceChildren(...(isOpen && id !== undefined ? [button('text-button', s('ask.button'), () => void this.open(id))] : []));
  }

  /** @param {string} id */
  async open(id) {
    const { display, state } = this.sharing;
    const track = display.picture.targets.get(id)?.track;
    if (!track || !state) return;
    this.asked = null;
    this.answer.textContent = '';
    const candidates = make('ul', 'candidates');
    const buttons = make('div', 'buttons');
    const told = s('ask.told', {
      lat: number(track.lat, 4), lon: number(track.lon, 4), level: typeof track.altFt === 'number' ? level(track.altFt) : s('ask.noLevel'), time: `${clock(track.time)} UTC`,
    });
    this.sheet.body.replaceChildren(make('p', 'subject', told), make('p', 'note', s('ask.note')), candidates, buttons, this.answer);
    for (const budget of state.budgets) {
      const ask = actButton('text-button primary', s('ask.send', { peer: budget.peer }), () => this.ask(id, budget.peer));
      ask.disabled = budget.left === 0;
      buttons.append(make('span', 'note', s('ask.left', { left: budget.left, budget: budget.budget })), ask);
    }
    if (state.budgets.length === 0) buttons.append(make('span', 'note', s('ask.nobody')));
    this.sheet.open(s('ask.title'));
    await this.sheet.attempt(async () => {
      /** @type {{candidates: {id: string, callsign?: string, horizontalMetres: number}[]}} */
      const found = await get(`/api/questions/candidates?track=${encodeURIComponent(id)}`);
      candidates.replaceChildren(make('li', 'note', s(found.candidates.length > 0 ? 'ask.candidates' : 'ask.noCandidates')),
        ...found.candidates.map((one) => make('li', '', s('ask.candidate', { name: one.callsign || one.id, distance: distance(one.horizontalMetres, 1) }))));
    });
  }

  /** @param {string} track @param {string} peer */
  async ask(track, peer) {
    await this.sheet.attempt(async () => {
      const { question } = await order('POST', '/api/questions', { to: peer, track });
      this.asked = { question, peer };
      this.answer.textContent = s('ask.waiting', { peer });
      this.sharing.soon();
    });
  }

  /** Show the answer once it is there. */
  refresh() {
    const { asked } = this;
    if (!asked) return;
    const question = this.sharing.state?.questions.find((one) => one.ours && one.question === asked.question && one.peer === asked.peer);
    if (question?.answer) this.answer.textContent = `${asked.peer}: ${answerText(question)}. ${s('answer.notice')}`;
  }
}
