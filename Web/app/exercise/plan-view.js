/** The plans, and how a run of one is begun. */

import { element } from './elements.js';
import { own, word } from './words.js';

/** @typedef {import('./types').Plan} Plan */
/** @typedef {(label: 'begin' | 'beginSimulated', plan: string, simulated: boolean) => HTMLElement} Beginning */

/** @param {Plan[]} plans @param {Beginning} begin */
export function planList(plans, begin) {
  return [
    element('p', { class: 'empty' }, word('none')),
    ...(plans.length ? [element('h3', {}, word('plans'))] : []),
    ...plans.map((plan) => planView(plan, begin)),
  ];
}

/** @param {Plan} plan @param {Beginning} begin */
export function planView(plan, begin) {
  const version = plan.versions.find((one) => one.sha256 === plan.signedSha256) ?? plan.versions.at(-1);
  const signed = version?.signed.map((one) => one.party) ?? [];
  const open = version?.parties.filter((party) => !signed.includes(party)) ?? [];
  const isSigned = plan.signedSha256 !== undefined;
  return element('article', { class: 'exercise-plan' }, [
    element('b', {}, version?.title ? own(version.title) : plan.plan),
    element('p', {}, isSigned ? word('signed') : `${word('open')} ${open.join(', ')}`),
    ...(isSigned ? [element('div', { class: 'exercise-acts' }, [begin('begin', plan.plan, false), begin('beginSimulated', plan.plan, true)])] : []),
  ]);
}
