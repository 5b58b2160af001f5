/** The line on the page: its state, the dialogue, what can be answered, what can be said. Everything by keyboard. */
import { get } from '../api.js';
import { problemText } from '../dialog.js';
import { byId, mark, reconcile, write } from '../dom.js';
import { t } from '../i18n.js';
import { LineButtons } from './buttons.js';
import { createCard, updateCard } from './card.js';
import { Compose } from './compose.js';
import { LineHead } from './head.js';
import { LineSounds } from './sounds.js';
import { LineStore } from './store.js';
import { number, sentence } from './words.js';

/** @typedef {import('./types').Message} Message */

export class LinePanel {
  constructor() {
    this.store = new LineStore();
    /** @type {string | null} */
    this.peer = null;
    this.sounds = new LineSounds(this.store);
    this.head = new LineHead((path, body) => this.act(path, body));
    /** @type {Map<string, LineButtons>} */
    this.buttons = new Map();
    this.compose = new Compose((body) => this.act('messages', body));
    this.newestMine = '';
    this.element = byId('line');
    this.button = byId('line-button');
    this.button.addEventListener('click', () => this.toggle());
    byId('line-close').addEventListener('click', () => this.close());
    this.element.addEventListener('keydown', (event) => this.key(event));
    document.addEventListener('visibilitychange', () => this.tellShown());
    byId('line-peers').addEventListener('change', (event) => {
      this.peer = /** @type {HTMLSelectElement} */ (event.target).value;
      this.refresh();
    });
    this.store.onChange(() => this.refresh());
    document.addEventListener('station:line', (event) => this.store.take(/** @type {CustomEvent} */ (event).detail));
    document.addEventListener('station:behind', () => void this.store.load());
    this.store.onArrival((peer, message) => this.arrived(peer, message));
  }

  get isOpen() {
    return !this.element.hidden;
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.open();
  }

  open() {
    if (!this.store.exists) return;
    this.element.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.refresh();
    const card = /** @type {HTMLElement | null} */ (byId('line-messages').querySelector('[data-unread="true"]'));
    if (card) card.focus();
    else this.compose.find.focus();
  }

  close() {
    this.element.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    this.button.focus();
  }

  /** Whom the page speaks to: the one chosen, else the first. */
  current() {
    if (this.peer !== null && this.store.lines.has(this.peer)) return this.peer;
    return this.store.lines.keys().next().value ?? null;
  }

  refresh() {
    const { store } = this;
    this.button.hidden = !store.exists;
    if (!store.exists) return;
    const unread = store.unread();
    const peer = this.current();
    const line = peer === null ? null : store.lines.get(peer);
    write(byId('line-count'), unread > 0 ? String(unread) : '');
    mark(this.button, 'data-unread', String(unread > 0));
    mark(this.button, 'data-state', line?.line.state ?? null);
    this.button.title = unread > 0 ? t('line.unread', { count: unread }) : t('line.title');
    if (!this.isOpen) return;
    byId('line-none').hidden = line !== null;
    byId('line-room').hidden = !line;
    if (!line || peer === null) return;
    this.peers(peer);
    write(byId('line-title'), `${line.line.party} – ${peer}`);
    this.head.refresh(line.line);
    this.messages(peer, line.line);
    this.tellShown();
  }

  /** @param {string} peer */
  peers(peer) {
    const select = /** @type {HTMLSelectElement} */ (byId('line-peers'));
    const all = [...this.store.lines.keys()];
    select.hidden = all.length < 2;
    if (select.dataset.key !== all.join(' ')) {
      select.dataset.key = all.join(' ');
      select.replaceChildren(...all.map((name) => new Option(name, name)));
    }
    select.value = peer;
  }

  /** @param {string} peer @param {import('./types').Head} head */
  messages(peer, head) {
    const list = byId('line-messages');
    const all = this.store.messages(peer);
    const newest = all[all.length - 1];
    const isMine = newest?.side === 'ours' && newest.id !== this.newestMine;
    if (newest?.side === 'ours') this.newestMine = newest.id;
    const wasAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    const buttons = this.buttonsOf(peer);
    reconcile(list, all, (message) => `${message.side} ${message.id}`, createCard, (card, message) => {
      const answered = message.answers ? this.store.find(peer, message.side === 'ours' ? 'theirs' : 'ours', message.answers) : undefined;
      updateCard(card, message, { party: head.party, peer, answered });
      buttons.update(card, message);
    });
    byId('line-empty').hidden = all.length > 0;
    if (isMine || (wasAtEnd && !list.contains(document.activeElement))) list.scrollTop = list.scrollHeight;
  }

  /** @param {string} peer */
  buttonsOf(peer) {
    let buttons = this.buttons.get(peer);
    if (!buttons) {
      buttons = new LineButtons(peer, {
        read: (message) => void this.act(`messages/${encodeURIComponent(message.id)}/read`, {}),
        answer: (message, coded) => void this.answer(message, coded),
        cancel: (message) => void this.act(`messages/${encodeURIComponent(message.id)}/cancel`, {}),
        complied: (message, complied) => void this.act(`messages/${encodeURIComponent(message.id)}/compliance`, { complied }),
        voice: (message) => this.voice(message),
        free: (message) => { this.compose.clear(); void this.compose.fill('', message.id); },
      });
      this.buttons.set(peer, buttons);
    }
    return buttons;
  }

  /**
   * Said again, a message answers the read-back that differed.
   * @param {Message} message @param {string} coded
   */
  answer(message, coded) {
    const answers = message.side === 'ours' ? message.mismatch?.reply : message.id;
    return this.act('messages', { message: coded, answers });
  }

  /** @param {string} path @param {object} body */
  async act(path, body) {
    const peer = this.current();
    const problem = byId('line-problem');
    if (peer === null) return false;
    try {
      await this.store.act(peer, path, body);
      problem.hidden = true;
      return true;
    } catch (refusal) {
      problem.hidden = false;
      write(problem, problemText(refusal));
      return false;
    }
  }

  /**
   * In the reader's language where that is reviewed, else in the other.
   * @param {Message} message
   */
  voice(message) {
    const voiced = message.voiced.includes(document.documentElement.lang) ? document.documentElement.lang : message.voiced[0];
    const audio = new Audio(`/api/line/voice?language=${voiced}&message=${encodeURIComponent(message.coded)}&to=${message.to}`);
    audio.play().catch(() => this.complain(t('line.noVoice')));
  }

  /** @param {string} text */
  complain(text) {
    const problem = byId('line-problem');
    problem.hidden = false;
    write(problem, text);
  }

  /**
   * A message of a peer came: it is said, sounded and put on the screen.
   * @param {string} peer @param {Message} message
   */
  arrived(peer, message) {
    byId('alerts').textContent = t('line.announce', { peer, number: number(message.id), text: sentence(message) });
    this.sounds.arrived();
    this.peer = peer;
    if (!this.isOpen) {
      this.element.hidden = false;
      this.button.setAttribute('aria-expanded', 'true');
    }
    this.refresh();
    const list = byId('line-messages');
    if (!list.contains(document.activeElement)) list.scrollTop = list.scrollHeight;
  }

  /** What stands on the screen of a person is said to stand there. */
  tellShown() {
    const peer = this.current();
    if (!this.isOpen || peer === null || document.visibilityState !== 'visible') return;
    const fresh = this.store.messages(peer).filter((message) => message.side === 'theirs' && !message.times.shown).map((message) => message.id);
    void this.store.shown(peer, fresh);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      this.close();
      return;
    }
    const card = /** @type {HTMLElement} */ (event.target).closest('.line-card');
    if (!card || event.target instanceof HTMLInputElement) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = event.key === 'ArrowDown' ? card.nextElementSibling : card.previousElementSibling;
      /** @type {HTMLElement | null} */ (next)?.focus();
    } else if (event.key === 'Enter' && event.target === card) {
      /** @type {HTMLElement | null} */ (card.querySelector('.line-buttons button'))?.click();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * Traffic information for a conflict, with its numbers, ready to be sent.
   * @param {string} a @param {string} b
   */
  async propose(a, b) {
    this.open();
    try {
      const answer = await get(`/api/line/proposal?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`);
      if (answer.peer && this.store.lines.has(answer.peer)) this.peer = answer.peer;
      this.compose.clear();
      await this.compose.fill(answer.proposal.message, null);
    } catch (refusal) {
      this.complain(problemText(refusal));
    }
  }

  /** The language changed. */
  applySettings() {
    this.compose.translate();
    this.refresh();
  }
}
