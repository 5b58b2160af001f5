/** The exercise on the page: which card, who is there, how close, what is to be said, and the abort. Everything by keyboard. */

import { get, isAway, order } from '../api.js';
import { language } from '../i18n.js';
import { Sound } from '../sound.js';
import { element, fill, renew } from './elements.js';
import { planList, planView } from './plan-view.js';
import { runView } from './run-view.js';
import { Tuning } from './tuning.js';
import { other, own, word } from './words.js';

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
    /** What is done when it is pressed once more, and until when. */
    this.confirming = { act: '', until: 0 };
    this.tuning = new Tuning();
    this.drawn = '';
    this.isPressed = false;
    this.top = element('div', {});
    this.rest = element('div', {});
    // It is made once: what is pressed must not be replaced between the finger's going down and coming up.
    this.abortButton = element('button', { type: 'button', class: 'exercise-abort', 'data-act': 'abort', hidden: '' });
    this.abortButton.addEventListener('click', () => this.twice('abort', () => this.abort()));
    this.button = element('button', { type: 'button', id: 'exercise-button', class: 'text-button exercise-button', hidden: '' });
    this.button.setAttribute('aria-controls', 'exercise');
    this.root = element('section', { id: 'exercise', class: 'exercise', tabindex: '-1', hidden: '' });
    fill(this.root, [this.top, this.abortButton, this.tuning.root, this.rest]);
    this.alarm = element('div', { class: 'exercise-alarm', role: 'alert', hidden: '' });
    document.querySelector('.bar-end')?.prepend(this.button);
    document.querySelector('.map-room')?.append(this.root);
    document.body.append(this.alarm);
    this.button.addEventListener('click', () => this.toggle());
    this.root.addEventListener('keydown', (event) => this.key(event));
    this.root.addEventListener('pointerdown', () => { this.isPressed = true; });
    this.root.addEventListener('keyup', () => this.release());
    this.root.addEventListener('focusout', () => this.release());
    for (const name of ['pointerup', 'pointercancel']) document.addEventListener(name, () => this.release());
    document.addEventListener('station:exercise', (event) => this.take(/** @type {CustomEvent} */ (event).detail));
    document.addEventListener('station:exercise-plans', () => void this.load());
    document.addEventListener('station:sharing', () => void this.load());
    document.addEventListener('station:behind', () => void this.load());
    setInterval(() => this.tick(), TICK_MILLISECONDS);
  }

  /**
   * Everything anew: at the start, and when events were missed. A watch without a node has no exercises, and nothing is shown.
   * @returns {Promise<boolean>} whether the station answered
   */
  async load() {
    try {
      if (!(await get('/api/session')).operators) return true;
      this.plans = (await get('/api/exercises')).plans;
      this.take(await get('/api/exercise-run'));
      return true;
    } catch (problem) {
      this.button.hidden = this.state === null;
      return !isAway(problem);
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
    // With the news and not at the next tick, which a browser puts off for up to a minute in a hidden tab.
    this.soundAlarm();
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
    // The space bar presses when it comes up: until then its button stays where it is.
    if (event.key === ' ') this.isPressed = true;
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.close();
  }

  tick() {
    if (this.confirming.act && performance.now() > this.confirming.until) {
      this.confirming.act = '';
      this.draw();
    }
    this.soundAlarm();
    // The language may have changed.
    if (this.drawn !== language()) this.draw();
  }

  soundAlarm() {
    const run = this.state?.run;
    if (!run?.alarm || run.phase === 'ended') return;
    const isNew = this.soundedFor !== run.id;
    this.soundedFor = run.id;
    this.sound.update('emergency', isNew);
    this.alarm.dataset.sounded = String(this.sound.played);
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

  /** @param {string} act */
  isConfirming(act) { return this.confirming.act === act && performance.now() <= this.confirming.until; }

  /**
   * A finger that slips must not end an exercise; two presses within three seconds do.
   * @param {string} act @param {() => void} work
   */
  twice(act, work) {
    if (this.isConfirming(act)) {
      this.confirming.act = '';
      work();
      return;
    }
    this.confirming = { act, until: performance.now() + CONFIRM_MILLISECONDS };
    this.draw();
  }

  abort() {
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
    this.abortButton.textContent = word(this.isConfirming('abort') ? 'confirmAbort' : 'abort');
    this.tuning.draw(run);
    if (this.isPressed) return;
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const focused = this.top.contains(active) || this.rest.contains(active) ? active?.dataset.act : undefined;
    renew(this.top, [this.head(run), ...this.faults()]);
    renew(this.rest, run ? this.body(run) : planList(this.plans, this.beginning()));
    if (focused && active !== document.activeElement) this.focusAgain(focused);
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

  /** @param {import('./words.js').Word} label @param {string} act @param {() => void} work @param {string} [kind] */
  doing(label, act, work, kind = 'text-button') {
    const button = element('button', { type: 'button', class: kind, 'data-act': act }, word(label));
    button.addEventListener('click', work);
    return button;
  }

  /**
   * What had the keyboard has it again; where it is gone, whoever goes on pressing stays in the panel.
   * @param {string} act
   */
  focusAgain(act) {
    const same = /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-act="${CSS.escape(act)}"]`));
    (same ?? this.root).focus({ preventScroll: true });
  }

  /** @param {Run} run */
  body(run) {
    const body = runView(run, this.state?.party ?? '', {
      button: (label, act, work) => this.doing(label, act, work),
      twice: (label, act, work) => this.doing(this.isConfirming(act) ? 'again' : label, act, () => this.twice(act, work)),
      tell: (what, given) => void this.act(`/api/exercise-run/${what}`, given),
      frequency: () => this.tuning.name,
    });
    return run.phase === 'ended' ? [...body, ...this.plans.map((plan) => planView(plan, this.beginning()))] : body;
  }

  beginning() {
    /** @type {import('./plan-view.js').Beginning} */
    const begin = (label, plan, simulated) => this.doing(label, `${label}-${plan}`,
      () => void this.act(`/api/exercises/${encodeURIComponent(plan)}/runs`, simulated ? { simulated } : {}));
    return begin;
  }
}
