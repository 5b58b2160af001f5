/** The line on the page: its state, the dialogue, what can be answered, what can be said. Everything by keyboard. */
import { get } from '../api.js';
import { problemText } from '../dialog.js';
import { byId, mark, write } from '../dom.js';
import { t } from '../i18n.js';
import { settings } from '../settings.js';
import { Compose } from './compose.js';
import { LineHead } from './head.js';
import { LineMessages } from './messages.js';
import { LinePeers } from './peers.js';
import { LineSounds } from './sounds.js';
import { LineStore } from './store.js';
import { number, sentence } from './words.js';

/** @typedef {import('./types').Message} Message */

/** Where somebody writes: whoever is there is not taken to another peer. */
const WRITING = '#line-compose, #line-reason, .line-readback';

export class LinePanel {
  constructor() {
    this.store = new LineStore();
    /** @type {string | null} the peer whose dialogue is on the screen */
    this.peer = null;
    this.sounds = new LineSounds(this.store);
    this.head = new LineHead((peer, path, body) => this.act(peer, path, body));
    this.messages = new LineMessages(this.store, (peer) => this.actionsOf(peer));
    this.compose = new Compose((peer, body) => this.act(peer, 'messages', body), () => this.current());
    this.element = byId('line');
    this.button = byId('line-button');
    this.peers = new LinePeers(this.store, (peer, byKey) => this.choose(peer, byKey));
    this.button.addEventListener('click', () => this.toggle());
    byId('line-close').addEventListener('click', () => this.close());
    this.element.addEventListener('keydown', (event) => this.key(event));
    document.addEventListener('visibilitychange', () => this.tellShown());
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
    if (!this.messages.focusUnread()) this.compose.find.focus();
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

  /**
   * Somebody wants to speak to another peer.
   * @param {string} peer @param {boolean} byKey true: the keyboard stays where it is
   */
  choose(peer, byKey) {
    this.peer = peer;
    this.refresh();
    if (!byKey && !this.messages.focusUnread()) this.element.focus();
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
    // A line that opens later must not come before the one that is on the screen.
    this.peer = peer;
    this.peers.refresh(peer);
    this.compose.refresh();
    write(byId('line-title'), `${line.line.party} – ${peer}`);
    this.head.refresh(line.line);
    this.messages.draw(peer, line.line);
    this.tellShown();
  }

  /**
   * @param {string} peer
   * @returns {import('./buttons.js').ButtonActions}
   */
  actionsOf(peer) {
    /** @param {Message} message @param {string} what */
    const path = (message, what) => `messages/${encodeURIComponent(message.id)}/${what}`;
    return {
      read: (message) => void this.act(peer, path(message, 'read'), {}),
      // Said again, a message answers the read-back that differed.
      answer: (message, coded) => void this.act(peer, 'messages', { message: coded, answers: message.side === 'ours' ? message.mismatch?.reply : message.id }),
      cancel: (message) => void this.act(peer, path(message, 'cancel'), {}),
      complied: (message, complied) => void this.act(peer, path(message, 'compliance'), { complied }),
      voice: (message) => this.voice(message),
      free: (message) => void this.compose.begin(peer, '', message.id),
    };
  }

  /**
   * Everything is done for the peer that it was begun for, whoever is on the screen by now.
   * @param {string} peer @param {string} path @param {object} body
   */
  async act(peer, path, body) {
    try {
      await this.store.act(peer, path, body);
      byId('line-problem').hidden = true;
      return true;
    } catch (refusal) {
      this.complain(problemText(refusal));
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

  /** Whether something is being written: then another peer waits, with its count at the head, until somebody goes there. */
  isWriting() {
    if (document.activeElement?.closest(WRITING)) return true;
    const peer = this.current();
    return this.compose.hasDraft() || this.head.isAsking() || (peer !== null && this.messages.buttonsOf(peer).isWriting());
  }

  /**
   * A message of a peer came: it is said, sounded and put on the screen.
   * @param {string} peer @param {Message} message
   */
  arrived(peer, message) {
    byId('alerts').textContent = t('line.announce', { peer, number: number(message.id), text: sentence(message) });
    this.sounds.arrived();
    if (!this.isWriting()) this.peer = peer;
    if (!this.isOpen) {
      this.element.hidden = false;
      this.button.setAttribute('aria-expanded', 'true');
    }
    this.refresh();
    this.messages.showNewest();
  }

  /** What stands on the screen of a person is said to stand there. */
  tellShown() {
    const peer = this.current();
    if (!this.isOpen || peer === null || document.visibilityState !== 'visible') return;
    const fresh = this.store.messages(peer).filter((message) => message.side === 'theirs' && !message.times.shown).map((message) => message.id);
    void this.store.shown.tell(peer, fresh);
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
      const peer = answer.peer ?? this.current();
      if (this.store.lines.has(peer)) this.choose(peer, true);
      await this.compose.begin(peer, answer.proposal.message, null);
    } catch (refusal) {
      this.complain(problemText(refusal));
    }
  }

  /** The language changed, or who acts at this page. */
  applySettings() {
    this.store.shown.setPerson(settings.officer);
    this.compose.translate();
    this.refresh();
  }
}
