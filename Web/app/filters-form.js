/** The form in which filters and layers are set. It takes effect at once; there is nothing to confirm. */

import { shortName } from './bar.js';
import { byId, make } from './dom.js';
import { t, term } from './i18n.js';
import { DEFAULTS, change, settings } from './settings.js';
import { METRES_PER_FOOT, distanceUnit, levelFromText, shortLevel, unitSystem } from './units.js';

export class FiltersForm {
  /** @param {import('./picture.js').Picture} picture */
  constructor(picture) {
    this.picture = picture;
    this.form = /** @type {HTMLFormElement} */ (byId('filters'));
    /** @type {import('./types').Volume[]} */
    this.volumes = [];
    this.form.addEventListener('submit', (event) => event.preventDefault());
    byId('filters-button').addEventListener('click', () => this.toggle());
  }

  /** @param {boolean} [open] */
  toggle(open = this.form.hidden) {
    this.form.hidden = !open;
    byId('filters-button').setAttribute('aria-expanded', String(open));
    if (!open) return byId('filters-button').focus();
    this.build();
    /** @type {HTMLElement | null} */ (this.form.querySelector('input'))?.focus();
  }

  get isOpen() {
    return !this.form.hidden;
  }

  /** Language, units or sources changed. */
  rebuild() {
    if (!this.isOpen) return;
    const at = [...this.form.elements].indexOf(/** @type {Element} */ (document.activeElement));
    this.build();
    if (at >= 0) /** @type {HTMLElement} */ (this.form.elements[at])?.focus();
  }

  build() {
    const title = make('h2', '', t('filter.title'));
    title.id = 'filters-title';
    this.form.replaceChildren(title, this.levels(), this.sources(), this.zones(),
      check(t('filter.ground'), settings.ground, (ground) => change({ ground })),
      check(t('filter.labels'), settings.labels, (labels) => change({ labels })),
      check(t('filter.zones'), settings.zones, (zones) => change({ zones })),
      check(t('filter.graticule'), settings.graticule, (graticule) => change({ graticule })),
      choice(t('filter.trails'), [0, 1, 2, 3, 5, 8], settings.trailMinutes, minutes, (trailMinutes) => change({ trailMinutes })),
      choice(t('filter.vector'), [0, 1, 2, 3, 5], settings.vectorMinutes, minutes, (vectorMinutes) => change({ vectorMinutes })),
      choice(t('filter.ringStep'), [1, 2, 5, 10, 25, 50], settings.ringStep, (step) => `${step}\u00a0${distanceUnit(step, 0)}`, (ringStep) => change({ ringStep })),
      make('p', 'note', t('filter.note')), this.reset());
  }

  levels() {
    const set = fieldset(t('filter.level'));
    const line = make('div', 'range');
    for (const [key, label] of /** @type {const} */ ([['lowerFt', 'filter.from'], ['upperFt', 'filter.to']])) {
      const input = make('input');
      const value = settings[key];
      input.inputMode = 'numeric';
      input.maxLength = 6;
      input.setAttribute('aria-label', `${t('filter.level')}: ${t(label)}`);
      input.placeholder = t(label);
      input.value = value === null ? '' : unitSystem() === 'metric' ? String(Math.round(value * METRES_PER_FOOT)) : shortLevel(value);
      input.addEventListener('input', () => change({ [key]: levelFromText(input.value) }));
      line.append(input);
    }
    line.append(make('span', '', unitSystem() === 'metric' ? t('unit.m') : t('unit.FL')));
    set.append(line);
    return set;
  }

  sources() {
    const set = fieldset(t('filter.sources'));
    for (const feed of this.picture.feeds) {
      set.append(check(shortName(feed.name), !settings.hiddenFeeds.includes(feed.id), (shown) => {
        const others = settings.hiddenFeeds.filter((id) => id !== feed.id);
        change({ hiddenFeeds: shown ? others : [...others, feed.id] });
      }));
    }
    return set;
  }

  zones() {
    const line = make('label', 'line');
    const select = make('select');
    select.append(new Option(t('filter.anyZone'), ''));
    for (const volume of this.volumes) select.append(new Option(`${volume.name} (${term('purpose', volume.purpose)})`, volume.name));
    select.value = settings.zone ?? '';
    select.addEventListener('change', () => change({ zone: select.value || null }));
    line.append(make('span', '', t('filter.zone')), select);
    return line;
  }

  reset() {
    const { language, units, style, sound, officer, performance, alarmsOnly } = settings;
    const line = make('button', 'text-button', t('filter.reset'));
    line.type = 'button';
    line.addEventListener('click', () => {
      change({ ...DEFAULTS, language, units, style, sound, officer, performance, alarmsOnly });
      this.build();
    });
    return line;
  }
}

/** @param {number} count */
function minutes(count) {
  return count === 0 ? t('filter.off') : t('filter.minutes', { count });
}

/** @param {string} legend */
function fieldset(legend) {
  const set = make('fieldset');
  set.append(make('legend', '', legend));
  return set;
}

/** @param {string} text @param {boolean} checked @param {(checked: boolean) => void} changed */
function check(text, checked, changed) {
  const label = make('label', 'check');
  const input = make('input');
  input.type = 'checkbox';
  input.checked = checked;
  input.addEventListener('change', () => changed(input.checked));
  label.append(input, make('span', '', text));
  return label;
}

/**
 * @param {string} text @param {number[]} values @param {number} value @param {(value: number) => string} write
 * @param {(value: number) => void} changed
 */
function choice(text, values, value, write, changed) {
  const label = make('label', 'line');
  const select = make('select');
  for (const candidate of values) select.append(new Option(write(candidate), String(candidate)));
  select.value = String(value);
  select.addEventListener('change', () => changed(Number(select.value)));
  label.append(make('span', '', text), select);
  return label;
}
