/** What the panel says of an aircraft, a pair, or a past encounter: rows of name and value. */

import { t, term } from './i18n.js';
import { toMGRS } from './mgrs.js';
import { between } from './pair.js';
import { METRES_PER_NM, altitude, angle, clock, date, distance, level, place, span, speed, verticalDistance, verticalRate } from './units.js';

/** @typedef {{name: string, value: string, tone?: 'warn' | 'bad'}} Fact */

/** @param {import('./types').Track} track @param {number} now Unix seconds @param {string} feedName @returns {Fact[]} */
export function aircraftFacts(track, now, feedName) {
  const age = Math.max(0, now - track.time);
  /** @type {Fact[]} */
  const facts = [
    { name: t('panel.level'), value: track.onGround ? t('panel.onGround') : levelText(track), tone: track.altFt === null || track.altFt === undefined ? 'warn' : undefined },
    { name: t('panel.speed'), value: speed(track.gs) },
    { name: t('panel.track'), value: angle(track.trk) },
    { name: t('panel.vertical'), value: verticalRate(track.vs) },
    { name: t('panel.geometric'), value: altitude(track.geoAltFt) },
    { name: t('panel.code'), value: track.squawk || '–', tone: ['7500', '7600', '7700'].includes(track.squawk ?? '') ? 'bad' : undefined },
    { name: t('panel.address'), value: track.id },
    { name: t('panel.class'), value: term('class', track.class) },
    { name: t('panel.feed'), value: feedName },
    { name: t('panel.age'), value: `${t('unit.seconds', { count: Math.round(age) })} · ${term('state', track.state)}`, tone: track.state === 'live' ? undefined : 'warn' },
    { name: t('panel.place'), value: place(track.lat, track.lon) },
    { name: t('panel.grid'), value: toMGRS(track.lat, track.lon, 4) },
    {
      name: t('panel.quality'),
      value: track.quality.length === 0 ? t('panel.clean') : track.quality.map((flag) => term('quality', flag)).join(', '),
      tone: track.quality.length === 0 ? undefined : 'warn',
    },
  ];
  if (track.ours) facts.push({ name: '', value: t('panel.ours') });
  if (track.party) {
    facts.push({ name: t('panel.party'), value: `${track.party} · ${track.pseudonym ?? ''}` });
    if (track.seenHere) facts.push({ name: '', value: t('panel.seenHere') });
    else if (track.precision) {
      const { horizontalNM, levelFt, seconds } = track.precision;
      facts.push({ name: t('panel.precision'), value: `± ${distance(horizontalNM * METRES_PER_NM / 2)} ± ${verticalDistance(levelFt / 2)} ± ${t('unit.seconds', { count: Math.round(seconds / 2) })}` });
      facts.push({ name: t('panel.delay'), value: t('unit.seconds', { count: Math.round(track.delay ?? 0) }) });
    }
    facts.push({ name: t('panel.rule'), value: track.rule ?? '' });
  }
  if (track.together) facts.push({ name: t('panel.together'), value: track.together });
  if (track.uncertaintyMetres) facts.push({ name: t('panel.uncertainty'), value: `± ${distance(track.uncertaintyMetres)}`, tone: 'warn' });
  if (track.manual) facts.push({ name: '', value: t('panel.manual', { by: track.manual.by, source: track.manual.source }) });
  return facts;
}

/** @param {import('./types').Track} track */
function levelText(track) {
  if (track.altFt !== null && track.altFt !== undefined) return level(track.altFt);
  if (typeof track.levelLowFt === 'number' && typeof track.levelHighFt === 'number') {
    return t('panel.between', { low: level(track.levelLowFt), high: level(track.levelHighFt) });
  }
  return t('panel.unknown');
}

/**
 * @param {import('./types').Track | undefined} a @param {import('./types').Track | undefined} b
 * @param {import('./types').Conflict | undefined} conflict @param {import('./types').Minima} minima
 * @returns {Fact[]}
 */
export function pairFacts(a, b, conflict, minima) {
  /** @type {Fact[]} */
  const facts = [];
  if (a && b) {
    const now = between(a, b);
    facts.push({ name: t('panel.range'), value: distance(now.rangeMetres), tone: conflict?.inLoss ? 'bad' : undefined });
    facts.push({ name: t('panel.verticalDistance'), value: now.verticalFeet === null ? t('conflicts.levelUnknown') : verticalDistance(now.verticalFeet), tone: conflict?.inLoss ? 'bad' : now.verticalFeet === null ? 'warn' : undefined });
    facts.push({ name: t('panel.bearing'), value: angle(now.bearing) });
  } else facts.push({ name: '', value: t('panel.gone'), tone: 'warn' });
  if (conflict) {
    facts.push({ name: t('panel.timeToLoss'), value: conflict.inLoss ? t('conflicts.loss') : span(conflict.secondsToLoss), tone: conflict.inLoss ? 'bad' : 'warn' });
    if (typeof conflict.cpaHorizontalMetres === 'number') {
      facts.push({ name: t('panel.predicted'), value: `${distance(conflict.cpaHorizontalMetres)} ${verticalDistance(conflict.cpaVerticalFeet)}, ${t('conflicts.closestIn', { time: span(conflict.secondsToCPA) })}` });
    }
    facts.push({ name: t('panel.volume'), value: conflict.volume ?? t('conflicts.outside') });
  }
  facts.push({ name: t('panel.minima'), value: `${distance(minima.horizontalMetres)} ${verticalDistance(minima.verticalFeet)}` });
  const widened = conflict?.widened;
  if (widened && (widened.horizontalMetres > minima.horizontalMetres + 1 || widened.verticalFeet > minima.verticalFeet + 1)) {
    facts.push({ name: t('panel.widened'), value: `${distance(widened.horizontalMetres)} ${verticalDistance(widened.verticalFeet)}`, tone: 'warn' });
  }
  return facts;
}

/** @param {import('./types').Encounter} encounter @returns {Fact[]} */
export function encounterFacts(encounter) {
  return [
    { name: t('panel.closestApproach'), value: `${distance(encounter.minHorizontalMetres)} ${verticalDistance(encounter.verticalFeetAtMinHorizontal)}, ${clock(encounter.minHorizontalAt)}` },
    { name: t('conflicts.loss'), value: `${date(encounter.start)} ${clock(encounter.start)}–${clock(encounter.end)}, ${span(encounter.lossSeconds)}` },
    {
      name: t('panel.quality'),
      value: encounter.quality.length === 0 ? t('panel.clean') : encounter.quality.map((flag) => term('quality', flag)).join(', '),
      tone: encounter.quality.length === 0 ? undefined : 'warn',
    },
  ];
}
