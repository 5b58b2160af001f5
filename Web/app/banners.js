/** What nobody may overlook, in full width over everything: emergencies, a picture that is not of now, no sound, sources gone quiet. */

import { shortName } from './bar.js';
import { byId, make, reconcile, write } from './dom.js';
import { t } from './i18n.js';
import { loudspeaker } from './loudspeaker.js';
import { settings } from './settings.js';
import { clock, span } from './units.js';

/**
 * @typedef {object} Banner
 * @property {string} key @property {string} kind @property {string} code @property {string} who @property {string} text @property {string} since
 * @property {string | null} id the aircraft that a click selects
 *
 * @typedef {object} Disk how much room the disk of the station has
 * @property {'enough' | 'low' | 'short'} state @property {number} freeBytes @property {number} minimumBytes
 */

const BYTES_PER_MEGABYTE = 2 ** 20;

export class Banners {
  /** @param {import('./picture.js').Picture} picture @param {import('./focus.js').Focus} focus */
  constructor(picture, focus) {
    this.picture = picture;
    this.focus = focus;
    /** @type {import('./watchdog.js').LinkState} */
    this.link = 'connecting';
    this.silentSeconds = 0;
    /**
     * How long the picture has stood still although there is a link.
     * @type {number | null}
     */
    this.stoodSeconds = null;
    /** @type {Disk | null} */
    this.disk = null;
    /** @type {Banner[]} */
    this.shown = [];
  }

  /** @param {import('./watchdog.js').LinkState} state @param {number} silentSeconds @param {number | null} stoodSeconds */
  setLink(state, silentSeconds, stoodSeconds) {
    const changed = state !== this.link || wholeSeconds(stoodSeconds) !== wholeSeconds(this.stoodSeconds)
      || (state === 'lost' && wholeSeconds(silentSeconds) !== wholeSeconds(this.silentSeconds));
    this.link = state;
    this.silentSeconds = silentSeconds;
    this.stoodSeconds = stoodSeconds;
    document.body.classList.toggle('link-lost', state === 'lost' || stoodSeconds !== null);
    if (changed) this.refresh();
  }

  refresh() {
    this.shown = [...this.emergencies(), ...this.linkBanner(), ...this.blockedSound(), ...this.fullDisk(), ...this.quietFeeds()];
    reconcile(byId('banners'), this.shown, (banner) => banner.key, (banner) => this.create(banner), update);
  }

  /** @returns {Banner[]} */
  emergencies() {
    return this.picture.emergencies.map((emergency) => ({
      key: `emergency ${emergency.id}`,
      kind: 'emergency',
      code: emergency.squawk || '!',
      who: this.picture.nameOf(emergency.id),
      text: t(`emergency.${emergency.kind}`) + (emergency.lost ? ` · ${t('emergency.lost')}` : ''),
      since: t('emergency.since', { time: span(this.picture.time - emergency.since) }),
      id: emergency.id,
    }));
  }

  /** @returns {Banner[]} */
  linkBanner() {
    if (this.link !== 'lost' && this.stoodSeconds === null) return [];
    const since = `${clock(this.picture.time)} UTC`;
    const text = this.link !== 'lost' ? t('link.standing', { time: span(this.stoodSeconds), clock: since })
      : this.picture.ready ? t('link.lost', { time: span(this.silentSeconds), clock: since }) : t('link.connecting');
    return [{ key: 'link', kind: 'link', code: '', who: '', text, since: '', id: null }];
  }

  /** @returns {Banner[]} */
  blockedSound() {
    if (!settings.sound || !loudspeaker.isBlocked) return [];
    return [{ key: 'sound', kind: 'feed-quiet', code: '', who: '', text: t('sound.blocked'), since: '', id: null }];
  }

  /** @param {Disk} disk */
  setDisk(disk) {
    this.disk = disk;
    this.refresh();
  }

  /** @returns {Banner[]} */
  fullDisk() {
    if (!this.disk || this.disk.state === 'enough') return [];
    const { state, freeBytes, minimumBytes } = this.disk;
    const [free, minimum] = [freeBytes, minimumBytes].map((bytes) => String(Math.floor(bytes / BYTES_PER_MEGABYTE)));
    const kind = state === 'short' ? 'disk-short' : 'feed-quiet';
    return [{ key: `disk ${state}`, kind, code: '', who: '', text: t(`disk.${state}`, { free, minimum }), since: '', id: null }];
  }

  /** @returns {Banner[]} */
  quietFeeds() {
    return this.picture.feeds.filter((feed) => feed.state === 'quiet' || feed.state === 'failed').map((feed) => ({
      key: `feed ${feed.id}`,
      kind: 'feed-quiet',
      code: '',
      who: '',
      text: feed.state === 'failed' ? t('feed.bannerFailed', { name: shortName(feed.name) })
        : t('feed.banner', { name: shortName(feed.name), time: span(feed.silentSeconds) }),
      since: '',
      id: null,
    }));
  }

  /** @param {Banner} banner @returns {HTMLElement} */
  create(banner) {
    if (banner.kind !== 'emergency') {
      const strip = make('div', `banner ${banner.kind}`);
      strip.append(make('span', 'banner-mark', '▲'), make('span', 'text'));
      return strip;
    }
    const strip = make('button', 'banner emergency');
    strip.type = 'button';
    strip.append(make('span', 'code'), make('span', 'who'), make('span', 'text'), make('span', 'for'));
    strip.addEventListener('click', () => this.focus.select(banner.id));
    return strip;
  }
}

/** @param {number | null} seconds */
function wholeSeconds(seconds) {
  return seconds === null ? null : Math.floor(seconds);
}

/** @param {HTMLElement} element @param {Banner} banner */
function update(element, banner) {
  for (const [name, text] of /** @type {const} */ ([['code', banner.code], ['who', banner.who], ['text', banner.text], ['for', banner.since]])) {
    const part = element.querySelector(`.${name}`);
    if (part) write(part, text);
  }
}
