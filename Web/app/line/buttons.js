/** What can be done with a message: read it, answer it by its reply set, read it back, say it again, take it back. */

import { get } from '../api.js';
import { button, make, write } from '../dom.js';
import { t } from '../i18n.js';
import { differenceTable } from './card.js';
import { isUnread } from './store.js';
import { answerWord, own } from './words.js';

/** @typedef {import('./types').Message} Message */

const PAUSE_MILLISECONDS = 150;

/**
 * @typedef {object} ButtonActions
 * @property {(message: Message) => void} read
 * @property {(message: Message, coded: string) => void} answer
 * @property {(message: Message) => void} cancel
 * @property {(message: Message, complied: boolean) => void} complied
 * @property {(message: Message) => void} voice
 * @property {(message: Message) => void} free answer with a composed message
 */

export class LineButtons {
  /** @param {string} peer @param {ButtonActions} actions */
  constructor(peer, actions) {
    this.peer = peer;
    this.actions = actions;
    /** @type {Map<string, string>} what stands in the read-back of a message that is being filled in */
    this.typed = new Map();
    /** @type {Set<string>} messages whose read-back is open */
    this.open = new Set();
  }

  /** Whether something stands in a read-back that has not been sent. */
  isWriting() {
    return [...this.open].some((id) => (this.typed.get(id) ?? '').trim() !== '');
  }

  /**
   * What has been settled, or is gone, is not read back any more.
   * @param {Message[]} messages those on the page
   */
  keep(messages) {
    if (this.open.size === 0 && this.typed.size === 0) return;
    const open = new Set(messages.filter((message) => message.open).map((message) => message.id));
    for (const id of this.open) if (!open.has(id)) this.open.delete(id);
    for (const id of this.typed.keys()) if (!open.has(id)) this.typed.delete(id);
  }

  /** @param {HTMLElement} card @param {Message} message */
  update(card, message) {
    const row = /** @type {HTMLElement} */ (card.lastElementChild);
    const isOpen = this.open.has(message.id) && message.open;
    const key = JSON.stringify([message.open, message.closure, message.times.read, message.times.passedToCrew, message.replySet, message.mismatch?.proposal?.message, isOpen,
      message.compliance?.length, message.cancelled, t('line.read')]);
    if (row.dataset.key === key) return;
    row.dataset.key = key;
    const hadFocus = row.contains(document.activeElement) ? document.activeElement?.getAttribute('data-name') : null;
    row.replaceChildren(...(message.side === 'theirs' ? this.forTheirs(card, message) : this.forOurs(message)));
    if (isOpen) row.append(this.readBackForm(card, message));
    if (message.voiced.length > 0) row.append(this.named('voice', t('line.voice'), () => this.actions.voice(message), 'quiet'));
    if (hadFocus) /** @type {HTMLElement | null} */ (row.querySelector(`[data-name="${hadFocus}"]`))?.focus();
  }

  /** @param {string} name @param {string} text @param {() => void} action @param {string} [look] */
  named(name, text, action, look = '') {
    const element = button(`text-button ${look}`, text, action);
    element.dataset.name = name;
    return element;
  }

  /** @param {HTMLElement} card @param {Message} message */
  forTheirs(card, message) {
    const buttons = [];
    if (!message.times.read) buttons.push(this.named('read', t('line.read'), () => this.actions.read(message), isUnread(message) ? 'primary' : 'quiet'));
    if (message.open && !message.cancelled) {
      if (message.needsReadBack) buttons.push(this.named('readback', t('line.readBack'), () => this.toggle(card, message), message.times.read ? 'primary' : ''));
      for (const code of message.replySet) buttons.push(this.named(code, answerWord(code), () => this.actions.answer(message, code)));
      buttons.push(this.named('free', t('line.answerOther'), () => this.actions.free(message), 'quiet'));
    }
    if (message.times.passedToCrew && !message.times.complied) buttons.push(...this.compliance(message));
    return buttons;
  }

  /** @param {Message} message */
  forOurs(message) {
    const buttons = [];
    const proposal = message.mismatch?.proposal;
    if (proposal && message.open) {
      const again = this.named('again', t('line.sayAgain'), () => this.actions.answer(message, proposal.message), 'primary');
      again.title = own(proposal.words);
      buttons.push(again);
    }
    if (message.open && !message.cancelled) buttons.push(this.named('cancel', t('line.takeBack'), () => this.actions.cancel(message), 'quiet'));
    if (message.times.passedToCrew && !message.times.complied) buttons.push(...this.compliance(message));
    return buttons;
  }

  /** @param {Message} message */
  compliance(message) {
    return [
      this.named('complied', t('line.complied'), () => this.actions.complied(message, true), 'quiet'),
      this.named('not-complied', t('line.notComplied'), () => this.actions.complied(message, false), 'quiet'),
    ];
  }

  /** @param {HTMLElement} card @param {Message} message */
  toggle(card, message) {
    if (this.open.has(message.id)) this.open.delete(message.id);
    else this.open.add(message.id);
    this.update(card, message);
    /** @type {HTMLElement | null} */ (card.querySelector('.line-readback input'))?.focus();
    card.querySelector('.line-readback')?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Words are typed and compared as they come: what differs is seen before it is sent.
   * @param {HTMLElement} card @param {Message} message
   */
  readBackForm(card, message) {
    const form = make('form', 'line-readback');
    const label = make('label', '', t('line.readBackHint'));
    const input = make('input');
    input.maxLength = 400;
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.dataset.name = 'typed';
    input.value = this.typed.get(message.id) ?? '';
    label.append(input);
    const verdict = make('div', 'line-verdict');
    verdict.setAttribute('role', 'status');
    const send = this.named('send-readback', t('line.sendReadBack'), () => {}, 'primary');
    send.type = 'submit';
    send.disabled = true;
    let coded = '', asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const compare = async () => {
      const mine = ++asked;
      const text = input.value.trim();
      if (text === '') return;
      try {
        /** @type {import('./types').ReadBackAnswer} */
        const answer = await get(`/api/line/readback?peer=${encodeURIComponent(this.peer)}&message=${encodeURIComponent(message.id)}&text=${encodeURIComponent(text)}`);
        if (mine !== asked) return;
        coded = answer.message ?? '';
        showVerdict(verdict, answer);
        verdict.scrollIntoView({ block: 'nearest' });
        send.disabled = coded === '';
        write(send, t(answer.outcome === 'differs' ? 'line.sendAllTheSame' : 'line.sendReadBack'));
      } catch {
        write(verdict, t('dialog.unreachable'));
      }
    };
    input.addEventListener('input', () => {
      this.typed.set(message.id, input.value);
      send.disabled = true;
      clearTimeout(timer);
      timer = setTimeout(() => void compare(), PAUSE_MILLISECONDS);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (send.disabled) return;
      this.open.delete(message.id);
      this.typed.delete(message.id);
      this.actions.answer(message, withWilco(coded));
      this.update(card, message);
    });
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.toggle(card, message);
    });
    form.append(label, send, verdict);
    if (input.value) void compare();
    return form;
  }
}

/**
 * A read-back from a station says as well that it is passed on.
 * @param {string} coded
 */
export function withWilco(coded) {
  return /\b(RSP\.WILCO|RSP\.UNABLE|RSP\.NEGATIVE|RA\.)/.test(coded) ? coded : `RSP.WILCO; ${coded}`;
}

/** @param {HTMLElement} place @param {import('./types').ReadBackAnswer} answer */
function showVerdict(place, answer) {
  place.dataset.outcome = answer.outcome;
  if (answer.outcome === 'matches') place.replaceChildren(make('p', '', t('line.matches')));
  else if (answer.outcome === 'differs') place.replaceChildren(make('p', '', t('line.differs')), differenceTable(answer.differences ?? []));
  else place.replaceChildren(make('p', '', `${t('line.notUnderstood')} ${(answer.unclear ?? []).join('; ')}`));
}
