/** The agreements: where each stands, what it says in both languages side by side, and signing, suspending, ending it. */

import { get, order } from '../api.js';
import { make } from '../dom.js';
import { language } from '../i18n.js';
import { clock, date } from '../units.js';
import { clauses } from './agreement-text.js';
import { MeetingForm } from './meeting-form.js';
import { ProposalForm } from './proposal-form.js';
import { Sheet, actButton } from './sheet.js';
import { named, s } from './words.js';

/** @typedef {import('./types').Agreement} Agreement */

export class AgreementSheet {
  /** @param {import('./sharing.js').Sharing} sharing */
  constructor(sharing) {
    this.sharing = sharing;
    this.sheet = new Sheet('agreement-sheet', 'wide');
    this.list = make('div', 'agreement-list');
    this.text = make('div', 'agreement-text');
    this.form = new ProposalForm(sharing, this.sheet);
    this.sheet.body.append(this.list, this.text, this.form.element);
    this.written = '';
  }

  open() {
    this.text.replaceChildren();
    this.written = '';
    this.form.write();
    this.refresh();
    this.sheet.open(s('agreement.title'));
  }

  refresh() {
    const { state } = this.sharing;
    if (!state) return;
    const written = JSON.stringify([state.agreements, language()]);
    // A person may be typing a reason: it is written anew only when something has changed.
    if (written === this.written) return;
    this.written = written;
    this.list.replaceChildren(...(state.agreements.length === 0 ? [make('p', 'empty', s('agreement.nothing'))]
      : state.agreements.map((agreement) => this.card(agreement, state.party))));
  }

  /** @param {Agreement} agreement @param {string} party */
  card(agreement, party) {
    const card = make('section', 'agreement');
    card.dataset.agreement = agreement.agreement;
    card.dataset.state = agreement.state;
    const head = make('h3', '', `${agreement.agreement} · ${named('state', agreement.state)}`);
    card.append(head);
    const title = language() === 'ru' ? agreement.titleRu : agreement.titleEn;
    if (title) card.append(make('p', 'note', title));
    if (agreement.version !== undefined && agreement.sha256) {
      const { sha256 } = agreement;
      const line = make('p', 'agreement-line', `${s('agreement.version', { version: agreement.version })} · ${(agreement.parties ?? []).join(', ')} · `
        + `${s('agreement.term', { from: date(agreement.from ?? 0), until: date(agreement.until ?? 0) })} · ${sha256.slice(0, 12)}`);
      card.append(line, actButton('text-button', s('agreement.read'), () => this.read(agreement.agreement, sha256)));
    }
    for (const one of agreement.suspensions) {
      card.append(make('p', 'agreement-suspension', s('agreement.suspension', {
        party: one.party, time: `${date(one.since)} ${clock(one.since)}`, name: one.by.name, reason: one.reason,
      })));
    }
    if (agreement.ending) {
      const { party: who, at, ends, reason } = agreement.ending;
      card.append(make('p', 'agreement-suspension', s('agreement.ending', { party: who, time: `${date(at)} ${clock(at)}`, ends: `${date(ends)} ${clock(ends)}`, reason })));
    }
    if (agreement.suspensions.length > 0 && agreement.owed) card.append(make('p', 'note', s('agreement.owed', { owed: agreement.owed.map((duty) => named('owed', duty)).join(', ') })));
    if (['in-force', 'suspended'].includes(agreement.state)) card.append(this.acts(agreement, party));
    for (const version of agreement.open) card.append(this.version(agreement.agreement, version, party));
    for (const meeting of agreement.meetings) {
      card.append(make('p', 'note', s('agreement.meeting', {
        time: `${date(meeting.held)} ${clock(meeting.held)}`, place: meeting.place, agreed: meeting.agreed.join('; ') || '–', open: meeting.open.join('; ') || '–',
      }) + (meeting.present.length > 0 ? ` – ${s('agreement.present', { present: meeting.present.join(', ') })}` : '')));
    }
    if (['in-force', 'suspended'].includes(agreement.state)) card.append(new MeetingForm(this.sharing, this.sheet, agreement.agreement).element);
    return card;
  }

  /** @param {Agreement} agreement @param {string} party */
  acts(agreement, party) {
    const acts = make('div', 'agreement-acts');
    const path = `/api/agreements/${encodeURIComponent(agreement.agreement)}`;
    const isOurs = agreement.suspensions.some((one) => one.party === party);
    if (isOurs) {
      acts.append(actButton('text-button', s('agreement.resume'), () => this.sheet.attempt(() => order('POST', `${path}/resume`))));
      return acts;
    }
    const reason = make('input');
    reason.placeholder = s('agreement.reason');
    reason.setAttribute('aria-label', s('agreement.reason'));
    reason.maxLength = 500;
    const send = (/** @type {string} */ act) => this.sheet.attempt(() => order('POST', `${path}/${act}`, { reason: reason.value.trim() }));
    acts.append(reason, actButton('text-button', s('agreement.suspend'), () => send('suspend')), actButton('text-button', s('agreement.end'), () => send('end')));
    return acts;
  }

  /** @param {string} agreement @param {import('./types').OpenVersion} version @param {string} party */
  version(agreement, version, party) {
    const card = make('div', 'agreement-version');
    card.dataset.sha256 = version.sha256;
    card.append(make('h4', '', `${s('agreement.version', { version: version.version })} · ${version.sha256.slice(0, 12)}`));
    for (const proposal of version.proposals) {
      card.append(make('p', 'note', s('agreement.proposedBy', { party: proposal.party, name: proposal.by.name, time: `${date(proposal.at)} ${clock(proposal.at)}` })
        + (proposal.note ? ` – ${proposal.note}` : '')));
    }
    const signed = version.signed.map((one) => one.party);
    const missing = version.parties.filter((one) => !signed.includes(one));
    card.append(make('p', 'note', `${s('agreement.signedBy', { parties: signed.join(', ') || s('agreement.nobody') })}${missing.length > 0 ? `; ${s('agreement.notSignedBy', { parties: missing.join(', ') })}` : ''}`));
    if (!version.isHere) return card;
    card.append(actButton('text-button', s('agreement.read'), () => this.read(agreement, version.sha256)));
    if (missing.includes(party)) card.append(actButton('text-button primary', s('agreement.sign', { party }), () => this.sign(agreement, version, party)));
    if (missing.length > 0) card.append(actButton('text-button', s('agreement.counter'), () => this.counter(agreement, version)));
    return card;
  }

  /** @param {string} agreement @param {string} sha256 */
  async read(agreement, sha256) {
    await this.sheet.attempt(async () => {
      /** @type {import('./types').AgreementText} */
      const text = await get(`/api/agreements/${encodeURIComponent(agreement)}/${sha256}`);
      this.text.replaceChildren(...clauses(text));
      this.text.scrollIntoView({ block: 'start' });
    });
  }

  /**
   * Begins another version in answer to one that was put forward: its document is there to be changed.
   * @param {string} agreement @param {import('./types').OpenVersion} version
   */
  async counter(agreement, version) {
    await this.sheet.attempt(async () => {
      this.form.counter(await get(`/api/agreements/${encodeURIComponent(agreement)}/${version.sha256}`));
    });
  }

  /**
   * Reads the whole, then asks for the name: nobody signs by a slip of the hand.
   * @param {string} agreement @param {import('./types').OpenVersion} version @param {string} party
   */
  async sign(agreement, version, party) {
    await this.read(agreement, version.sha256);
    const form = make('form', 'agreement-sign');
    const label = make('label', '', s('agreement.signQuestion', { party, version: version.version, agreement }));
    const name = make('input');
    name.required = true;
    name.autocomplete = 'off';
    label.append(name);
    const submit = make('button', 'text-button primary', s('agreement.sign', { party }));
    form.append(label, submit);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.sheet.attempt(async () => {
        if (name.value.trim() !== agreement) throw new Error(s('agreement.wrongName'));
        await order('POST', `/api/agreements/${encodeURIComponent(agreement)}/sign`, { sha256: version.sha256 });
        this.text.replaceChildren();
        this.sharing.soon();
      });
    });
    this.text.append(form);
    name.focus();
  }
}
