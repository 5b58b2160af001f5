/** What the officer has set, kept in this browser, and who wants to know when it changes. */

/**
 * @typedef {object} Settings
 * @property {import('./i18n.js').Language | null} language null: as the station says
 * @property {import('./units.js').System} units
 * @property {'dark' | 'day'} style
 * @property {boolean} sound
 * @property {number | null} lowerFt levels below are not shown
 * @property {number | null} upperFt
 * @property {string[]} hiddenFeeds
 * @property {string | null} zone only aircraft inside it
 * @property {boolean} ground aircraft on the ground are shown
 * @property {boolean} labels
 * @property {boolean} zones
 * @property {boolean} graticule
 * @property {number} trailMinutes
 * @property {number} vectorMinutes
 * @property {number} ringStep in units of the current system
 * @property {boolean} alarmsOnly
 * @property {boolean} performance
 * @property {string} officer
 */

/** @type {Settings} */
export const DEFAULTS = {
  language: null, units: 'nautical', style: 'dark', sound: false,
  lowerFt: null, upperFt: null, hiddenFeeds: [], zone: null, ground: true,
  labels: true, zones: true, graticule: true, trailMinutes: 3, vectorMinutes: 1, ringStep: 10,
  alarmsOnly: false, performance: false, officer: '',
};

const STORE = 'parley.settings';
/** @type {((settings: Settings) => void)[]} */
const listeners = [];

/** @type {Settings} */
export const settings = { ...DEFAULTS, ...stored() };

/**
 * Only what is known, and of the type that is expected, is taken out of the store.
 * @returns {Partial<Settings>}
 */
function stored() {
  try {
    const value = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    /** @type {Record<string, unknown>} */
    const clean = {};
    for (const [key, standard] of Object.entries(DEFAULTS)) {
      if (!(key in value)) continue;
      const nullable = standard === null;
      if (nullable || (typeof value[key] === typeof standard && Array.isArray(value[key]) === Array.isArray(standard))) {
        clean[key] = value[key];
      }
    }
    return clean;
  } catch {
    return {};
  }
}

/** @param {Partial<Settings>} change */
export function change(change) {
  Object.assign(settings, change);
  try {
    localStorage.setItem(STORE, JSON.stringify(settings));
  } catch {
    // A browser that stores nothing still shows everything.
  }
  for (const listener of listeners) listener(settings);
}

/** @param {(settings: Settings) => void} listener */
export function onChange(listener) {
  listeners.push(listener);
}
