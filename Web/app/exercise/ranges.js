/** The distance of the crews, now and as predicted, on a bar with the minimum and the buffer marked: read at a glance, and not by colour alone. */

import { number } from '../i18n.js';
import { element } from './elements.js';
import { word } from './words.js';

/** @typedef {import('./types').Run} Run */
/** @typedef {import('./types').Range} Range */

/** What the bar shows, as a multiple of the minimum. */
const SPAN = 4;

/** @param {Run} run */
export function rangeView(run) {
  const rows = run.ranges.map((range) => row(run, range));
  const marks = element('p', { class: 'exercise-marks' },
    `${word('minimum')} ${number(run.minimumNM, 1)} ${word('nm')} · ${word('buffer')} ${number(run.bufferNM, 1)} ${word('nm')}`);
  return element('div', { class: 'exercise-ranges' }, rows.length ? [marks, ...rows] : [marks, element('p', { class: 'empty' }, word('noRange'))]);
}

/** @param {Run} run @param {Range} range */
function row(run, range) {
  const level = state(run, range);
  const bar = element('div', { class: 'exercise-bar', 'aria-hidden': 'true' }, [
    mark('minimum', run.minimumNM, run), mark('buffer', run.bufferNM, run),
    mark('now', range.horizontalNM, run), ...(range.predictedNM === undefined ? [] : [mark('predicted', range.predictedNM, run)]),
  ]);
  const predicted = range.predictedNM === undefined ? '—' : `${number(range.predictedNM, 2)} ${word('nm')}`;
  const vertical = range.verticalFt === undefined ? '—' : `${number(range.verticalFt)} ${word('ft')}`;
  return element('div', { class: 'exercise-range', 'data-level': level }, [
    element('p', {}, [
      element('b', {}, `${number(range.horizontalNM, 2)} ${word('nm')}`),
      element('span', {}, `${word('predicted')} ${predicted} · ${word('vertical')} ${vertical}`),
      element('small', {}, `${range.between.join(' – ')}, ${word(range.basis)}${level === 'clear' ? '' : ` · ${word(level === 'below' ? 'below' : 'near')}`}`),
    ]), bar,
  ]);
}

/** @param {Run} run @param {Range} range */
function state(run, range) {
  if (!range.levelClose) return 'clear';
  if (range.horizontalNM < run.minimumNM) return 'below';
  return (range.predictedNM ?? Infinity) < run.bufferNM ? 'near' : 'clear';
}

/** @param {string} kind @param {number} nauticalMiles @param {Run} run */
function mark(kind, nauticalMiles, run) {
  const share = Math.min(Math.max(nauticalMiles / (run.minimumNM * SPAN), 0), 1);
  return element('i', { class: kind, style: `left:${(share * 100).toFixed(1)}%` });
}
