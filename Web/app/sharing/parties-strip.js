/** The strip under the bar: each party with the state of its link and of the agreement, active zones, and the ways to the rest. */

import { button, byId, make } from '../dom.js';
import { number } from '../i18n.js';
import { clock } from '../units.js';
import { named, s } from './words.js';

/** More than this of clock offset is shown, seconds. */
const SHOWN_OFFSET_SECONDS = 2;

export class PartiesStrip {
  /** @param {import('./sharing.js').Sharing} sharing */
  constructor(sharing) {
    this.sharing = sharing;
    this.element = make('nav', 'parties');
    this.element.id = 'parties';
    this.element.hidden = true;
    byId('banners').before(this.element);
    this.written = '';
  }

  /** @param {import('./types').SharingState | null} state */
  refresh(state) {
    this.element.hidden = state === null;
    document.body.classList.toggle('with-parties', state !== null);
    if (!state) return;
    this.element.setAttribute('aria-label', s('strip.label'));
    const parts = [
      ...state.peers.map((peer) => this.peer(peer, state)),
      ...state.zones.filter((zone) => zone.active).map((zone) => this.zone(zone)),
      make('span', 'parties-space'),
      ...this.links(state),
    ];
    // Written anew only when it would differ: focus stays where it is.
    const written = parts.map((part) => `${part.className}|${part.title}|${part.textContent}`).join('\n');
    if (written === this.written) return;
    this.written = written;
    const at = [...this.element.children].findIndex((child) => child === document.activeElement);
    this.element.replaceChildren(...parts);
    // The seconds to an entry change the strip each second: the keyboard stays where it was.
    if (at >= 0 && parts[at] instanceof HTMLElement) parts[at].focus({ preventScroll: true });
  }

  /** @param {import('./types').Peer} peer @param {import('./types').SharingState} state */
  peer(peer, state) {
    const agreement = state.agreements.find((one) => one.parties?.includes(peer.name) && ['in-force', 'suspended'].includes(one.state));
    const channel = peer.channels.find((one) => one.scope === agreement?.agreement) ?? peer.channels[0];
    const link = channel?.link ?? 'waiting';
    const chip = button('party', '', () => this.sharing.openAgreements());
    chip.dataset.link = link;
    chip.dataset.peer = peer.name;
    chip.append(make('span', 'party-name', peer.name), make('span', 'party-link', named('link', link)));
    const offset = channel?.clockOffsetSeconds ?? 0;
    if (Math.abs(offset) >= SHOWN_OFFSET_SECONDS) chip.append(make('span', 'party-warn', s('link.clock', { seconds: number(offset, 0) })));
    if (agreement) {
      const suspension = agreement.suspensions[0];
      const text = suspension ? s('suspended.by', { party: suspension.party, time: `${clock(suspension.since).slice(0, 5)}Z` }) : named('state', agreement.state);
      chip.append(make('span', suspension ? 'party-suspended' : 'party-agreement', `${agreement.agreement}: ${text}`));
    }
    const trouble = channel?.alarm ?? channel?.fault;
    if (trouble) {
      chip.append(make('span', channel?.alarm ? 'party-alarm' : 'party-warn', s('link.fault', { peer: peer.name, fault: trouble })));
    }
    if (peer.leftOut) chip.append(make('span', 'party-alarm', s('link.leftOut', { count: peer.leftOut })));
    if (channel?.notice) chip.append(make('span', 'party-warn', channel.notice));
    if (channel?.ownFault) chip.append(make('span', 'party-alarm', s('link.ownFault', { fault: channel.ownFault })));
    chip.title = channel?.reason ?? '';
    return chip;
  }

  /** @param {import('./types').Zone} zone */
  zone(zone) {
    const chip = button('party zone', '', () => this.sharing.openZones());
    chip.append(make('span', 'party-name', zone.zone), make('span', 'party-link', s('zones.active')));
    for (const intrusion of zone.intrusions) chip.append(make('span', 'party-alarm', this.sharing.intrusionText(intrusion)));
    return chip;
  }

  /** @param {import('./types').SharingState} state */
  links(state) {
    const { sharing } = this;
    const unseen = state.alerts.filter((alert) => !alert.ours && !alert.seenBy && !alert.over && !alert.outside).length;
    const open = state.questions.filter((question) => !question.ours && question.waits && !question.answer).length;
    const links = [button('text-button quiet', s('strip.agreements'), () => sharing.openAgreements())];
    for (const peer of state.peers) {
      const link = button('text-button quiet', s('strip.seenBy', { peer: peer.name }), () => sharing.openDisclosure(peer.name));
      link.dataset.disclosure = peer.name;
      links.push(link);
    }
    links.push(
      button('text-button quiet', s('strip.zones'), () => sharing.openZones()),
      button(`text-button quiet${unseen > 0 ? ' calls' : ''}`, s('strip.alerts') + (unseen > 0 ? ` (${unseen})` : ''), () => sharing.openAlerts()),
      button(`text-button quiet${open > 0 ? ' calls' : ''}`, s('strip.questions') + (open > 0 ? ` (${open})` : ''), () => sharing.openQuestions()),
    );
    return links;
  }
}
