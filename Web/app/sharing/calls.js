/**
 * What calls the officer from beyond the conflicts of the picture: who enters a zone without being entitled, what a peer warns of, and a
 * record that is broken. Pure: the state goes in, the calls come out.
 */

import { distance } from '../units.js';
import { named, s } from './words.js';

/**
 * @typedef {object} Call
 * @property {string} key what tells it from others; another one calls anew
 * @property {string} text what is said of it
 * @property {string[]} aircraft selecting one of them, by the picture's identifiers, is having seen to it
 * @property {boolean} isPressing whether it calls until somebody has seen to it, or once
 */

/**
 * @param {import('./types').SharingState} state @param {import('../picture.js').Picture} picture
 * @returns {Call[]} the most urgent first
 */
export function callsOf(state, picture) {
  return [...brokenRecords(state), ...intrusions(state, picture), ...alertsOfPeers(state, picture)];
}

/**
 * @param {import('./types').Zone['intrusions'][number]} intrusion @param {import('../picture.js').Picture} picture
 * @returns {string}
 */
export function intrusionText(intrusion, picture) {
  const track = picture.nameOf(intrusion.track);
  return intrusion.secondsToEntry === 0 ? s('zones.inside', { track })
    : s('zones.entering', { track, seconds: Math.round(intrusion.secondsToEntry), distance: distance(intrusion.distanceMetres, 1) });
}

/** @param {import('./types').SharingState} state @returns {Call[]} */
function brokenRecords(state) {
  return state.peers.flatMap((peer) => peer.channels.filter((channel) => channel.alarm).map((channel) => ({
    key: `record ${peer.name} ${channel.scope} ${channel.alarm}`, text: s('calls.record', { peer: peer.name, fault: channel.alarm ?? '' }),
    aircraft: [], isPressing: true,
  })));
}

/** @param {import('./types').SharingState} state @param {import('../picture.js').Picture} picture @returns {Call[]} */
function intrusions(state, picture) {
  return state.zones.flatMap((zone) => zone.intrusions.map((intrusion) => {
    const isInside = intrusion.secondsToEntry === 0;
    return {
      key: `zone ${zone.agreement} ${zone.zone} ${intrusion.track} ${isInside ? 'inside' : 'entering'}`,
      text: s('calls.zone', { zone: zone.zone, text: intrusionText(intrusion, picture) }), aircraft: [intrusion.track], isPressing: isInside,
    };
  })).sort((one, other) => Number(other.isPressing) - Number(one.isPressing));
}

/**
 * A conflict that stands in the picture as an alarm calls there; so does an emergency. What came late is no news and calls nobody.
 * @param {import('./types').SharingState} state @param {import('../picture.js').Picture} picture @returns {Call[]}
 */
function alertsOfPeers(state, picture) {
  const calling = new Set([
    ...picture.conflicts.filter((conflict) => conflict.level === 'alarm').flatMap((conflict) => [conflict.a, conflict.b]),
    ...picture.emergencies.map((emergency) => emergency.id),
  ]);
  const pressing = state.alerts.filter((alert) => !alert.ours && !alert.late && !alert.outside && !alert.over && !alert.seenBy && alert.level === 'alarm');
  return pressing.map((alert) => ({
    key: `alert ${alert.peer} ${alert.agreement} ${alert.alert}`,
    text: s('calls.alert', { peer: alert.peer, kind: named('kind', alert.kind), zone: alert.zone ? ` ${alert.zone}` : '' }),
    // The peer's own aircraft, as it stands in this picture.
    aircraft: alert.tracks.map((track) => `${alert.peer}:${track}`), isPressing: true,
  })).filter((call) => !call.aircraft.some((id) => calling.has(id)));
}
