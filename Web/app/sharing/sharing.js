/** What this station shares with other parties, as the page shows it. A station without parties (`parley watch`) has none of it. */

import { StationError, get } from '../api.js';
import { AgreementSheet } from './agreement-sheet.js';
import { AlertsSheet } from './alerts-sheet.js';
import { AskSheet } from './ask-sheet.js';
import { AnswerSheet } from './answer-sheet.js';
import { callsOf, intrusionText } from './calls.js';
import { DisclosureSheet } from './disclosure-sheet.js';
import { DistressProcedure } from './distress-procedure.js';
import { DistressSheet } from './distress-sheet.js';
import { PartiesStrip } from './parties-strip.js';
import { QuestionsSheet } from './questions-sheet.js';
import { ZonesSheet } from './zones-sheet.js';

const SOON_MILLISECONDS = 150;
/** What changes without anybody saying so, such as a clock offset, is looked at this often. */
const LOOK_MILLISECONDS = 3000;

export class Sharing {
  /** @param {import('../display.js').Display} display */
  constructor(display) {
    this.display = display;
    /** @type {import('./types').SharingState | null} */
    this.state = null;
    this.isDue = false;
    this.isLoading = false;
    this.isOff = false;
    this.zonesKey = '';
    this.strip = new PartiesStrip(this);
    this.agreements = new AgreementSheet(this);
    this.disclosure = new DisclosureSheet();
    this.zones = new ZonesSheet(this);
    this.alerts = new AlertsSheet(this);
    this.questions = new QuestionsSheet(this);
    this.asking = new AskSheet(this);
    this.answering = new AnswerSheet(this);
    this.procedure = new DistressProcedure(display.picture);
    this.distress = new DistressSheet(this);
    for (const name of ['sharing', 'peers', 'behind', 'peer-alarm']) document.addEventListener(`station:${name}`, () => this.soon());
    display.focus.onChange(() => this.offer());
    setInterval(() => { if (!this.isOff) this.soon(); }, LOOK_MILLISECONDS);
  }

  /** Look how things stand, once for all that has just been said. */
  soon() {
    if (this.isDue) return;
    this.isDue = true;
    setTimeout(() => {
      this.isDue = false;
      // One at a time: an older answer that came late would take the place of a newer one.
      if (this.isLoading) this.soon();
      else void this.load();
    }, SOON_MILLISECONDS);
  }

  async load() {
    this.isLoading = true;
    try {
      // A watch without operators is no station of a party, and is not asked what it shares.
      if (!(await get('/api/session')).operators) {
        this.isOff = true;
        return;
      }
      const [agreements, peers, zones, alerts, questions] = await Promise.all(
        ['/api/agreements', '/api/peers', '/api/zones', '/api/alerts', '/api/questions'].map((path) => get(path)));
      this.isOff = false;
      this.take({
        party: agreements.party, agreements: agreements.agreements, peers: peers.peers, zones: zones.zones, alerts: alerts.alerts,
        questions: questions.questions, budgets: questions.budgets,
      });
    } catch (problem) {
      // A station that has no parties says so; one that is away is the stream's affair.
      if (problem instanceof StationError && problem.status === 404) {
        this.isOff = true;
        this.take(null);
      }
    } finally {
      this.isLoading = false;
    }
  }

  /** @param {import('./types').SharingState | null} state */
  take(state) {
    this.state = state;
    this.refresh();
  }

  /** Write everything that is shown, in the present language. */
  refresh() {
    const { state } = this;
    this.strip.refresh(state);
    this.display.announcer.setCalls(state ? callsOf(state, this.display.picture) : []);
    this.offer();
    if (!state) return;
    this.showZones(state.zones);
    for (const sheet of [this.agreements, this.zones, this.alerts, this.questions]) if (sheet.sheet.isOpen) sheet.refresh();
    this.answering.consider();
    this.asking.refresh();
    this.procedure.refresh(state.agreements);
  }

  /** Offer what can be done with the selected aircraft. */
  offer() {
    this.asking.offer();
    this.distress.offer();
  }

  /** @param {import('./types').Zone[]} zones */
  showZones(zones) {
    /** @type {Parameters<import('../display.js').Display['setAgreedZones']>[0]} */
    const drawn = zones.filter((zone) => zone.outline).map((zone) => ({
      name: zone.zone, purpose: zone.purpose, active: zone.active,
      outline: { type: 'polygon', points: zone.outline ?? [] },
    }));
    const key = JSON.stringify(drawn);
    if (key === this.zonesKey) return;
    this.zonesKey = key;
    this.display.setAgreedZones(drawn);
  }

  /** @param {import('./types').Zone['intrusions'][number]} intrusion */
  intrusionText(intrusion) {
    return intrusionText(intrusion, this.display.picture);
  }

  openAgreements() {
    this.display.announcer.lookAtCalls('record');
    this.agreements.open();
  }

  /** @param {string} peer */
  openDisclosure(peer) {
    this.disclosure.open(peer);
  }

  openZones() {
    this.display.announcer.lookAtCalls('zone');
    this.zones.open();
  }

  openAlerts() {
    this.display.announcer.lookAtCalls('alert');
    this.alerts.open();
  }

  openQuestions() {
    this.questions.open();
  }
}
