/** The bar at the top: station, time, mode, sources, how many aircraft are shown; and the switches at its end. */

import { byId, make, mark, reconcile, write } from './dom.js';
import { language, number, t, term } from './i18n.js';
import { loudspeaker } from './loudspeaker.js';
import { change, settings } from './settings.js';
import { clock, date, span } from './units.js';

export class Bar {
  /** @param {import('./picture.js').Picture} picture */
  constructor(picture) {
    this.picture = picture;
    byId('units').addEventListener('click', toggleUnits);
    byId('language').addEventListener('click', toggleLanguage);
    byId('style').addEventListener('click', toggleStyle);
    byId('sound').addEventListener('click', toggleSound);
    this.counts = byId('counts');
    this.counts.addEventListener('click', () => change({ lowerFt: null, upperFt: null, hiddenFeeds: [], zone: null, ground: true }));
  }

  /** @param {string} name */
  setStation(name) {
    // A station that nobody named is called as the program is, which stands there already.
    write(byId('station'), name === 'Parley' ? '' : name);
  }

  /** @param {number} shown how many aircraft pass the filters */
  refresh(shown) {
    const { picture } = this;
    const { replay } = picture;
    write(byId('clock'), picture.ready ? clock(picture.time) : '--:--:--');
    write(byId('date'), picture.ready ? date(picture.time) : '');
    const mode = byId('mode');
    const state = !replay ? 'live' : replay.ended ? 'ended' : replay.paused ? 'paused' : 'replay';
    mark(mode, 'data-mode', state);
    write(mode, state === 'replay' ? `${t('bar.replay')} ${number(replay?.speed ?? 1)}×` : t(/** @type {const} */ (`bar.${state}`)));
    const all = picture.targets.size;
    write(this.counts, shown < all ? t('bar.filtered', { shown, all }) : t('bar.aircraft', { count: all }));
    this.counts.classList.toggle('filtered', shown < all);
    this.counts.title = shown < all ? t('bar.clearFilter') : '';
    reconcile(byId('feeds'), picture.feeds, (feed) => feed.id, createFeed, updateFeed);
    write(byId('units'), t(settings.units === 'nautical' ? 'unit.systemNautical' : 'unit.systemMetric'));
    write(byId('language'), language() === 'en' ? 'EN' : 'RU');
    mark(byId('sound'), 'aria-pressed', String(settings.sound));
    const isBlocked = settings.sound && loudspeaker.isBlocked;
    mark(byId('sound'), 'data-blocked', isBlocked ? t('tool.blocked') : null);
    byId('sound').title = t(isBlocked ? 'tool.soundBlocked' : settings.sound ? 'tool.soundOn' : 'tool.soundOff');
  }
}

export function toggleUnits() {
  change({ units: settings.units === 'nautical' ? 'metric' : 'nautical' });
}

export function toggleLanguage() {
  change({ language: language() === 'en' ? 'ru' : 'en' });
}

export function toggleStyle() {
  change({ style: settings.style === 'dark' ? 'day' : 'dark' });
}

export function toggleSound() {
  change({ sound: !settings.sound });
}

/**
 * A file without its folder, an address without its scheme; the whole is in the tooltip.
 * @param {string} name
 */
export function shortName(name) {
  const address = /^[a-z]+:\/\/(.+)$/.exec(name);
  return address ? address[1] : name.slice(name.lastIndexOf('/') + 1);
}

/** @returns {HTMLElement} */
function createFeed() {
  const item = make('li', 'feed');
  item.append(make('span', 'feed-name'), make('span', 'feed-state'));
  return item;
}

/** @param {HTMLElement} item @param {import('./types').Feed} feed */
function updateFeed(item, feed) {
  const [name, state] = item.children;
  mark(item, 'data-state', feed.state);
  write(name, shortName(feed.name));
  const silent = feed.state === 'quiet' && feed.silentSeconds ? ` ${span(feed.silentSeconds)}` : '';
  write(state, feed.state === 'live' ? '' : term('feed', feed.state) + silent);
  const lines = [t('feed.title', {
    name: feed.name, kind: feed.kind, reports: number(feed.reports), faults: number(feed.faults), delay: number(feed.delaySeconds ?? 0, 1),
  })];
  if (feed.lastFault) lines.push(t('feed.lastFault', feed.lastFault));
  mark(item, 'title', lines.join('\n'));
}
