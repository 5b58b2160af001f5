/** The exercise on the page: which card, who is there, how close, what is to be said, and the abort. Everything by keyboard. */

import { get, order } from '../api.js';
import { language } from '../i18n.js';
import { Sound } from '../sound.js';
import { element, fill } from './elements.js';
import { rangeView } from './ranges.js';
import { kind, other, own, word } from './words.js';

/** @typedef {import('./types').Run} Run */
/** @typedef {import('./types').RunDocument} RunDocument */
/** @typedef {import('./types').Plan} Plan */

const CONFIRM_MILLISECONDS = 3000;
const TICK_MILLISECONDS = 1000;

export class ExercisePanel {
  constructor() {
    /** @type {RunDocument | null} */
    this.state = null;
    /** @type {Plan[]} */
    this.plans = [];
    this.problem = '';
    this.sound = new Sound();
    this.soundedFor = '';
    this.confirmUntil = 0;
    this.drawn = '';
    this.isPressed = false;
    this.top = element('div', {});
    this.rest = element('div', {});
    // It is made once: what is pressed must not be replaced between the finger's going down and coming up.
    this.abortButton = element('button', { type: 'button', class: 'exercise-abort', 'data-act': 'abort', hidden: '' });
    this.abortButton.addEventListener('click', () => this.abort());
    this.button = element('button', { type: 'button', id: 'exercise-button', class: 'text-button exercise-button', hidden: '' });
    this.button.setAttribute('aria-controls', 'exercise');
    this.root = element('section', { id: 'exercise', class: 'exercise', tabindex: '-1', hidden: '' });
    fill(this.root, [this.top, this.abortButton, this.rest]);
    this.alarm = element('div', { class: 'exercise-alarm', role: 'alert', hidden: '' });
    document.querySelector('.bar-end')?.prepend(this.button);
    document.querySelector('.map-room')?.append(this.root);
    document.body.append(this.alarm);
    this.button.addEventListener('click', () => this.toggle());
    this.root.addEventListener('keydown', (event) => this.key(event));
    this.root.addEventListener('pointerdown', () => { this.isPressed = true; });
    for (const name of ['pointerup', 'pointercancel']) document.addEventListener(name, () => this.release());
    document.addEventListener('station:exercise', (event) => this.take(/** @type {CustomEvent} */ (event).detail));
    document.addEventListener('station:exercise-plans', () => void this.load());
    document.addEventListener('station:sharing', () => void this.load());
    document.addEventListener('station:behind', () => void this.load());
    setInterval(() => this.tick(), TICK_MILLISECONDS);
  }

  /** Everything anew: at the start, and when events were missed. A watch without a node has no exercises, and nothing is shown. */
  async load() {
    try {
      if (!(await get('/api/session')).operators) return;
      this.plans = (await get('/api/exercises')).plans;
      this.take(await get('/api/exercise-run'));
    } catch {
      this.button.hidden = this.state === null;
    }
  }

  /** @param {RunDocument} state */
  take(state) {
    const before = this.state?.run;
    this.state = state;
    this.button.hidden = false;
    const run = state.run;
    const isNew = run !== undefined && run.phase === 'flying' && run.id !== before?.id;
    if (isNew && this.root.hidden) this.open(false);
    this.draw();
  }

  toggle() {
    if (this.root.hidden) this.open(true);
    else this.close();
  }

  /** @param {boolean} focus */
  open(focus) {
    this.root.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    void this.load();
    if (focus) this.root.focus();
  }

  close() {
    this.root.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    this.button.focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.close();
  }

  tick() {
    if (this.confirmUntil && performance.now() > this.confirmUntil) {
      this.confirmUntil = 0;
      this.draw();
    }
    const run = this.state?.run;
    if (run?.alarm && run.phase !== 'ended') {
      const isNew = this.soundedFor !== run.id;
      this.soundedFor = run.id;
      this.sound.update('emergency', isNew);
    }
    // The language may have changed.
    if (this.drawn !== language()) this.draw();
  }

  /** @param {string} path @param {object} [body] */
  async act(path, body) {
    this.problem = '';
    try {
      const answer = await order('POST', path, body ?? {});
      if (answer?.party) this.take(answer);
    } catch (problem) {
      this.problem = String(/** @type {Error} */ (problem).message ?? problem);
    }
    this.draw();
  }

  abort() {
    // A finger that slips must not end an exercise; two presses within three seconds do.
    if (performance.now() > this.confirmUntil) {
      this.confirmUntil = performance.now() + CONFIRM_MILLISECONDS;
      this.draw();
      return;
    }
    this.confirmUntil = 0;
    const run = this.state?.run;
    void this.act('/api/exercise-run/abort', run ? { word: own(run.abortWords) } : {});
  }

  /** What waited while something was pressed is drawn after its click. */
  release() {
    if (!this.isPressed) return;
    this.isPressed = false;
    setTimeout(() => this.draw());
  }

  draw() {
    this.drawn = language();
    const run = this.state?.run;
    this.button.textContent = word('button') + (run && run.phase !== 'ended' ? ' ●' : '');
    this.drawAlarm(run);
    this.abortButton.hidden = run?.phase !== 'flying';
    this.abortButton.textContent = word(this.confirmUntil > performance.now() ? 'confirmAbort' : 'abort');
    if (this.isPressed) return;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.act;
    fill(this.top, [this.head(run), ...this.faults()]);
    fill(this.rest, run ? this.body(run) : this.list());
    if (focused && focused !== 'abort') /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-act="${focused}"]`))?.focus();
  }

  /** @param {Run | undefined} run */
  drawAlarm(run) {
    this.alarm.hidden = !run?.alarm || run.phase === 'ended';
    if (!run?.alarm) return;
    fill(this.alarm, [
      element('b', { lang: language() }, own(run.alarm.words)),
      element('span', { lang: language() === 'en' ? 'ru' : 'en' }, other(run.alarm.words)),
    ]);
  }

  /** @param {Run | undefined} run */
  head(run) {
    const close = element('button', { type: 'button', class: 'icon-button small', 'data-act': 'close' }, '×');
    close.setAttribute('aria-label', word('close'));
    close.addEventListener('click', () => this.close());
    return element('header', { class: 'exercise-head' }, [
      element('h2', {}, run ? own(run.title) : word('title')),
      ...(run?.simulated ? [element('span', { class: 'exercise-simulated' }, word('simulated'))] : []),
      ...(run ? [element('span', { class: 'exercise-phase', 'data-phase': run.phase }, word(run.phase))] : []),
      close,
    ]);
  }

  faults() {
    const texts = [];
    if (this.problem) texts.push(this.problem);
    if (this.state?.fault) texts.push(`${word('unsaved')}: ${this.state.fault}`);
    if (this.state?.refusal) texts.push(`${word('refused')}: ${this.state.refusal}`);
    return texts.map((text) => element('p', { class: 'exercise-fault', role: 'alert' }, text));
  }

  list() {
    return [
      element('p', { class: 'empty' }, word('none')),
      ...(this.plans.length ? [element('h3', {}, word('plans'))] : []),
      ...this.plans.map((plan) => this.planView(plan)),
    ];
  }

  /** @param {Plan} plan */
  planView(plan) {
    const version = plan.versions.find((one) => one.sha256 === plan.signedSha256) ?? plan.versions.at(-1);
    const signed = version?.signed.map((one) => one.party) ?? [];
    const open = version?.parties.filter((party) => !signed.includes(party)) ?? [];
    const isSigned = plan.signedSha256 !== undefined;
    return element('article', { class: 'exercise-plan' }, [
      element('b', {}, version?.title ? own(version.title) : plan.plan),
      element('p', {}, isSigned ? word('signed') : `${word('open')} ${open.join(', ')}`),
      ...(isSigned ? [this.doing('begin', 'begin', () => this.act(`/api/exercises/${encodeURIComponent(plan.plan)}/runs`, {})),
        this.doing('beginSimulated', 'simulate', () => this.act(`/api/exercises/${encodeURIComponent(plan.plan)}/runs`, { simulated: true }))] : []),
    ]);
  }

  /** @param {import('./words.js').Word} label @param {string} act @param {() => void} work @param {string} [kind] */
  doing(label, act, work, kind = 'text-button') {
    const button = element('button', { type: 'button', class: kind, 'data-act': act }, word(label));
    button.addEventListener('click', work);
    return button;
  }

  /** @param {Run} run */
  body(run) {
    const isOn = run.phase !== 'ended';
    return [
      rangeView(run),
      element('h3', {}, word('cards')),
      element('ol', { class: 'exercise-cards' }, run.cards.map((card) => element('li', { 'data-state': card.state ?? 'waiting' }, [
        element('b', {}, kind(card)), element('span', {}, word(card.state ?? 'waiting')),
        ...(card.reason ? [element('small', {}, card.reason)] : []),
      ]))),
      element('h3', {}, word('people')),
      element('ul', { class: 'exercise-people' }, run.participants.map((one) => this.person(run, one))),
      ...(run.prompts.length ? [element('h3', {}, word('prompts'))] : []),
      ...run.prompts.map((prompt) => this.sentence(prompt.participant ?? '', prompt.words, false)),
      ...(run.said.length ? [element('h3', {}, word('said'))] : []),
      ...run.said.map((said) => this.sentence(`${clock(said.at)} ${said.participant}`, said.words, said.readBack)),
      ...(isOn ? [this.doing('end', 'end', () => this.act('/api/exercise-run/end'))] : []),
    ];
  }

  /** @param {Run} run @param {import('./types').Participant} one */
  person(run, one) {
    const isThere = one.checkedIn !== undefined;
    const text = one.contactLost ? word('lost') : isThere ? clock(/** @type {number} */ (one.checkedIn)) : word('notYet');
    const isOpen = !isThere && run.phase === 'flying';
    return element('li', { 'data-there': String(isThere && !one.contactLost) }, [
      element('b', {}, one.callsign), element('span', {}, `${one.party} · ${text}`),
      ...(isOpen ? [this.doing('checkIn', `in-${one.id}`, () => this.act('/api/exercise-run/check-ins', { participant: one.id, frequency: run.plan }))] : []),
    ]);
  }

  /** @param {string} who @param {import('./types').Words} words @param {boolean} isReadBack */
  sentence(who, words, isReadBack) {
    return element('p', { class: 'exercise-words' }, [
      element('small', {}, isReadBack ? `${who}, ${word('readBack')}` : who),
      element('span', { lang: language() }, own(words)),
      element('span', { lang: language() === 'en' ? 'ru' : 'en', class: 'other' }, other(words)),
    ]);
  }
}

/** @param {number} seconds */
function clock(seconds) {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
