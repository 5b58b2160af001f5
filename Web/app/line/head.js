/** The state of the line itself, as both parties have signed it, and what a person can do about it. */

import { button, byId, make, mark, write } from '../dom.js';
import { t, term } from '../i18n.js';
import { at } from './words.js';

/** @typedef {import('./types').Head} Head */

/** So long a fault of the peer stands above the dialogue; the journal keeps it. */
const FAULT_SECONDS = 3600;

export class LineHead {
  /** @param {(peer: string, path: string, body: object) => Promise<boolean>} act true when it was written */
  constructor(act) {
    this.act = act;
    this.built = '';
    const form = /** @type {HTMLFormElement} */ (byId('line-reason'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.sendReason(form);
    });
    byId('line-reason-cancel').addEventListener('click', () => { form.hidden = true; });
  }

  /** @param {HTMLFormElement} form */
  async sendReason(form) {
    const text = /** @type {HTMLInputElement} */ (byId('line-reason-text'));
    if (!await this.act(form.dataset.peer ?? '', 'state', { state: form.dataset.state, reason: text.value.trim() })) return;
    form.hidden = true;
    text.value = '';
  }

  /** Whether a reason is being written. */
  isAsking() {
    return !byId('line-reason').hidden;
  }

  /** @param {Head} head */
  refresh(head) {
    const chip = byId('line-state');
    mark(chip, 'data-state', head.state);
    write(chip, stateText(head));
    write(byId('line-tested'), testedText(head));
    this.notices(head);
    this.actions(head);
    const log = /** @type {HTMLAnchorElement} */ (byId('line-log'));
    mark(log, 'href', `/api/line/${encodeURIComponent(head.peer)}/log?format=html`);
    write(log, t('line.journal'));
  }

  /**
   * What nobody may overlook.
   * @param {Head} head
   */
  notices(head) {
    /** @type {{tone: string, text: string, check?: string}[]} */
    const notices = [];
    if (head.agreementSuspended) {
      const { by, since, reason } = head.agreementSuspended;
      notices.push({ tone: 'warn', text: t('line.agreementSuspended', { by, since: at(since), reason }) + (head.messagesFlow ? '' : ` ${t('line.onlyChecks')}`) });
    } else if (head.flow !== 'in-force') notices.push({ tone: 'warn', text: t('line.noAgreement', { peer: head.peer }) });
    if (head.advisory) notices.push({ tone: 'bad', text: t('line.advisory', { by: head.advisory.by, since: at(head.advisory.since) }) });
    for (const { party, state, since, reason, by } of head.statements) {
      if (state !== 'suspended' && state !== 'degraded') continue;
      notices.push({ tone: 'warn', text: t(state === 'suspended' ? 'line.suspendedBy' : 'line.degradedBy', { party, since: at(since), reason: reason ?? '', by: by ?? '' }) });
    }
    for (const { check, side, at: when } of head.checks) {
      if (side === 'theirs') notices.push({ tone: 'ask', text: t('line.howDoYouRead', { peer: head.peer, at: at(when) }), check });
      else notices.push({ tone: 'plain', text: t('line.checkOut', { at: at(when), peer: head.peer }) });
    }
    const fault = head.faults[head.faults.length - 1];
    if (fault && Date.now() / 1000 - fault.at < FAULT_SECONDS) notices.push({ tone: 'bad', text: t('line.fault', { peer: head.peer, at: at(fault.at), reason: fault.reason }) });
    const key = JSON.stringify([head.peer, notices, t('line.journal')]);
    if (key === this.built) return;
    this.built = key;
    byId('line-notices').replaceChildren(...notices.map((notice) => {
      const row = make('li', `line-notice ${notice.tone}`, notice.text);
      if (notice.check) row.append(this.readability(head.peer, notice.check));
      return row;
    }));
  }

  /**
   * The answer to a check with a person at each end: one to five.
   * @param {string} peer @param {string} check
   */
  readability(peer, check) {
    const group = make('span', 'line-readability');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', t('line.readability'));
    for (let value = 1; value <= 5; value++) {
      const one = button('text-button', String(value), () => void this.act(peer, `checks/${encodeURIComponent(check)}/answer`, { readability: value }));
      one.title = term('line.readable', String(value));
      one.setAttribute('aria-label', `${value}: ${one.title}`);
      group.append(one);
    }
    return group;
  }

  /** @param {Head} head */
  actions(head) {
    const mine = head.statements.find((statement) => statement.party === head.party)?.state ?? 'normal';
    const row = byId('line-actions');
    const key = `${mine} ${head.peer} ${t('line.check')}`;
    if (row.dataset.key === key) return;
    row.dataset.key = key;
    row.replaceChildren();
    /** @param {string} text @param {() => void} action */
    const add = (text, action) => row.append(button('text-button quiet', text, action));
    add(t('line.check'), () => void this.act(head.peer, 'checks', { person: true }));
    if (mine === 'suspended') add(t('line.restore'), () => void this.act(head.peer, 'state', { state: 'restored' }));
    else add(t('line.suspend'), () => this.declare(head.peer, 'suspended'));
    if (mine === 'degraded') add(t('line.normal'), () => void this.act(head.peer, 'state', { state: 'normal' }));
    else if (mine !== 'suspended') add(t('line.degraded'), () => this.declare(head.peer, 'degraded'));
  }

  /**
   * A state that needs a reason, declared to the peer that it was asked for, whoever is spoken to when it is sent.
   * @param {string} peer @param {'suspended' | 'degraded'} state
   */
  declare(peer, state) {
    const form = /** @type {HTMLFormElement} */ (byId('line-reason'));
    const text = /** @type {HTMLInputElement} */ (byId('line-reason-text'));
    if (form.dataset.peer !== peer) text.value = '';
    form.hidden = false;
    form.dataset.peer = peer;
    form.dataset.state = state;
    write(byId('line-reason-title'), t(state === 'suspended' ? 'line.suspendWhy' : 'line.degradedWhy', { peer }));
    text.focus();
  }
}

/** @param {Head} head */
export function stateText(head) {
  return t(/** @type {const} */ (`line.state.${head.state}`));
}

/** @param {Head} head */
export function testedText(head) {
  const test = head.lastTest;
  if (!test) return t('line.neverTested');
  return t(test.person ? 'line.testedByPerson' : 'line.tested', { at: at(test.at), readability: test.readability, by: test.by ?? '' });
}
