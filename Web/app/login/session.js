/** Who is signed in at this page. `parley watch` has no operators: then nothing is asked and nothing of this is shown. */

import { fetchSession, onSignInNeeded, order } from '../api.js';
import { byId, write } from '../dom.js';
import { t, term } from '../i18n.js';
import { change, settings } from '../settings.js';
import { FirstDialog } from './first-dialog.js';
import { LoginDialog } from './login-dialog.js';
import { ShiftDialog } from './shift-dialog.js';

/** How often it is looked whether the session still holds. That is no act and doesn't keep it from expiring. */
const LOOK_MILLISECONDS = 30000;
/** The fields that ask who acts; a station with operators knows. */
const NAME_FIELDS = ['decision-by', 'target-by', 'together-by'];

export class Session {
  constructor() {
    /** @type {import('../types').Session | null} */
    this.state = null;
    /** @type {((started: boolean) => void)[]} those who wait for somebody to sign in */
    this.waiting = [];
    /** What the link for the first operator carries. */
    this.link = '';
    /** @type {() => void} called whenever somebody may see the picture who could not before */
    this.onAdmitted = () => {};
    this.login = new LoginDialog((state) => this.take(state));
    this.first = new FirstDialog((state) => this.take(state));
    this.shift = new ShiftDialog((state) => this.take(state));
    this.login.dialog.element.addEventListener('close', () => this.answer(false));
    onSignInNeeded(() => this.signIn());
    byId('operator-sign-in').addEventListener('click', () => this.ask());
    byId('operator-sign-out').addEventListener('click', () => void this.signOut());
    byId('operator-shift').addEventListener('click', () => this.handOver());
    setInterval(() => void this.look(), LOOK_MILLISECONDS);
  }

  /** Whether the station shows its picture to this page. */
  get isAdmitted() {
    return this.state !== null && (!this.state.operators || this.state.person !== null);
  }

  /** Look how things stand, and ask whoever is there to sign in if nobody has. */
  async start() {
    await this.look();
    if (this.state?.operators && !this.state.person) this.ask();
  }

  async look() {
    try {
      this.take(await fetchSession());
    } catch {
      // The stream says that the station is away; what was known goes on to be shown.
    }
  }

  /** @param {import('../types').Session} state */
  take(state) {
    const wasAdmitted = this.isAdmitted;
    this.state = state;
    const name = state.person?.name;
    if (name && settings.officer !== name) change({ officer: name });
    for (const id of NAME_FIELDS) {
      const label = byId(id).closest('label');
      if (label) label.hidden = state.operators;
    }
    this.refresh();
    if (this.isAdmitted && !wasAdmitted) this.onAdmitted();
    if (state.person && !state.expired) this.answer(true);
  }

  /** Write the bar in the present language. */
  refresh() {
    const { state } = this;
    const operators = state?.operators ?? false;
    const person = state?.person ?? null;
    const isSignedIn = person !== null && !state?.expired;
    byId('operator').hidden = !operators;
    byId('operator-sign-in').hidden = isSignedIn;
    byId('operator-sign-out').hidden = person === null;
    byId('operator-shift').hidden = !isSignedIn || person?.role !== 'watch-officer';
    byId('operator-name').hidden = person === null;
    byId('operator').classList.toggle('expired', person !== null && (state?.expired ?? false));
    if (person) write(byId('operator-name'), `${person.name} · ${term('role', person.role)}`);
    byId('operator-name').title = state?.expired && person ? t('session.expired') : '';
    write(byId('operator-sign-in'), t(person ? 'session.signInAgain' : 'session.signIn'));
  }

  /** Open the form that fits: for the first operator when the link says so, else for signing in. */
  ask() {
    const link = /^#first=([\w-]{20,128})$/.exec(location.hash)?.[1];
    // The link works once: it has no business in the history.
    if (link) history.replaceState(null, '', location.pathname);
    if (link) this.link = link;
    if (this.link !== '' && this.state?.needsFirst) {
      this.first.open(this.link);
      return;
    }
    this.login.open(this.state);
  }

  /**
   * Somebody must sign in before an order can be repeated.
   * @returns {Promise<boolean>} whether somebody did
   */
  signIn() {
    if (this.state && !this.state.operators) return Promise.resolve(false);
    if (this.state?.person) this.take({ ...this.state, expired: true });
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.login.open(this.state);
    });
  }

  /** @param {boolean} started */
  answer(started) {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve(started);
  }

  handOver() {
    const person = this.state?.person;
    if (person && !this.state?.expired && person.role === 'watch-officer') this.shift.open(person.name);
  }

  async signOut() {
    await order('DELETE', '/api/session').catch(() => {});
    location.reload();
  }
}
