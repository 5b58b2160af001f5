/** The list of conflicts, by time to loss. */

import { button, byId, make, reconcile, write } from './dom.js';
import { t, term } from './i18n.js';
import { isQuietened, severityOf, Severity } from './picture.js';
import { change, settings } from './settings.js';
import { clock, distance, span, verticalDistance } from './units.js';

/** @typedef {import('./types').Conflict} Conflict */

export class ConflictList {
  /**
   * @param {import('./picture.js').Picture} picture @param {import('./focus.js').Focus} focus
   * @param {(conflict: Conflict, act: 'acknowledge' | 'inhibit' | 'release') => void} decide
   */
  constructor(picture, focus, decide) {
    this.picture = picture;
    this.focus = focus;
    this.decide = decide;
    this.lookaheadSeconds = 300;
    byId('alarms-only').addEventListener('click', () => change({ alarmsOnly: !settings.alarmsOnly }));
  }

  refresh() {
    const all = this.picture.conflicts;
    const rows = settings.alarmsOnly ? all.filter((conflict) => severityOf(conflict) >= Severity.advisory) : all;
    reconcile(byId('conflicts'), rows, (conflict) => conflict.id, (conflict) => this.create(conflict),
      (row, conflict) => this.update(row, conflict));
    const none = byId('conflicts-none');
    none.hidden = rows.length > 0;
    byId('conflicts').hidden = rows.length === 0;
    write(none, t('conflicts.none', { minutes: Math.round(this.lookaheadSeconds / 60) }));
    write(byId('conflict-count'), rows.length > 0 ? String(rows.length) : '');
    const filter = byId('alarms-only');
    filter.setAttribute('aria-pressed', String(settings.alarmsOnly));
    write(filter, t(settings.alarmsOnly ? 'conflicts.alarmsOnly' : 'conflicts.allShown'));
  }

  /** @param {Conflict} conflict @returns {HTMLElement} */
  create(conflict) {
    const row = make('li', 'row');
    const main = make('button', 'row-main');
    main.type = 'button';
    main.append(make('span', 'row-who'), make('span', 'row-when'), make('span', 'row-what'), make('span', 'row-note'));
    main.addEventListener('click', () => this.focus.select(conflict.a, conflict.b));
    const actions = make('div', 'row-actions');
    row.append(main, actions);
    return row;
  }

  /** @param {HTMLElement} row @param {Conflict} conflict */
  update(row, conflict) {
    const degree = degreeOf(conflict), quiet = isQuietened(conflict);
    const [main, actions] = row.children;
    const [who, when, what, note] = main.children;
    row.dataset.degree = degree;
    const selected = this.focus.isPair(conflict.a, conflict.b);
    row.className = `row${selected ? ' selected' : ''}${quiet ? ' quietened' : ''}${conflict.level === 'alarm' && !quiet ? ' flashing' : ''}`;
    write(who, `${this.picture.nameOf(conflict.a)}  ${this.picture.nameOf(conflict.b)}`);
    write(when, conflict.inLoss ? t('conflicts.loss') : span(conflict.secondsToLoss));
    write(what, degree === 'advisory' || degree === 'alarm' ? `${t(`level.${degree}`)} · ${describe(conflict)}` : describe(conflict));
    const remark = remarkOn(conflict);
    write(note, remark);
    /** @type {HTMLElement} */ (note).hidden = remark === '';
    this.updateActions(/** @type {HTMLElement} */ (actions), conflict, (selected || conflict.level === 'alarm') && degree !== 'shown');
  }

  /** @param {HTMLElement} actions @param {Conflict} conflict @param {boolean} offered */
  updateActions(actions, conflict, offered) {
    const state = offered ? (conflict.inhibited ? 'inhibited' : conflict.acknowledged ? 'acknowledged' : 'open') : 'none';
    const wanted = `${state} ${t('conflicts.acknowledge')}`;
    actions.hidden = !offered;
    if (actions.dataset.state === wanted) return;
    actions.dataset.state = wanted;
    actions.replaceChildren();
    /** @param {Parameters<ConflictList['decide']>[1]} act */
    const current = (act) => {
      const now = this.picture.conflicts.find((candidate) => candidate.id === conflict.id);
      if (now) this.decide(now, act);
    };
    if (state === 'open') actions.append(button('text-button', t('conflicts.acknowledge'), () => current('acknowledge')));
    if (state === 'open' || state === 'acknowledged') actions.append(button('text-button', t('conflicts.inhibit'), () => current('inhibit')));
    if (state === 'inhibited') actions.append(button('text-button', t('conflicts.release'), () => current('release')));
  }
}

/**
 * The degree as the page draws it.
 * @param {Conflict} conflict
 */
export function degreeOf(conflict) {
  const severity = severityOf(conflict);
  return severity === Severity.loss ? 'loss' : severity === Severity.alarm ? 'alarm' : severity === Severity.advisory ? 'advisory' : 'shown';
}

/**
 * The distances in words: now, and at the closest.
 * @param {Conflict} conflict
 */
export function describe(conflict) {
  const now = `${t('conflicts.now')} ${distance(conflict.horizontalMetres)} ${verticalDistance(conflict.verticalFeet)}`;
  if (conflict.diverging) return `${now} · ${t('conflicts.diverging')}`;
  if (conflict.cpaHorizontalMetres === null || conflict.cpaHorizontalMetres === undefined) return now;
  return `${now} · ${t('conflicts.closest')} ${distance(conflict.cpaHorizontalMetres)} ${verticalDistance(conflict.cpaVerticalFeet)}`;
}

/**
 * What a person has decided about it, or why it doesn't alarm.
 * @param {Conflict} conflict
 */
function remarkOn(conflict) {
  if (conflict.inhibited) return t('conflicts.inhibited', { ...conflict.inhibited, until: clock(conflict.inhibited.until) });
  if (conflict.acknowledged) return t('conflicts.acknowledged', { by: conflict.acknowledged.by, reason: conflict.acknowledged.reason });
  if (conflict.together) return t('conflicts.together', { name: conflict.together });
  const doubts = (conflict.quality ?? []).map((flag) => term('quality', flag));
  const { widened, minima } = conflict;
  const isWidened = widened && (widened.horizontalMetres > minima.horizontalMetres + 1 || widened.verticalFeet > minima.verticalFeet + 1);
  if (isWidened) doubts.unshift(t('conflicts.widened', { agreed: `${distance(minima.horizontalMetres)} ${verticalDistance(minima.verticalFeet)}`, widened: `${distance(widened.horizontalMetres)} ${verticalDistance(widened.verticalFeet)}` }));
  return [...(conflict.levelUnknown ? [t('conflicts.levelUnknown')] : []), ...doubts].join(', ');
}
