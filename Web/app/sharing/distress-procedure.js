/** What was agreed to be done in distress: it comes up under the banner while there is any. */

import { byId, make } from '../dom.js';
import { language } from '../i18n.js';
import { s } from './words.js';

export class DistressProcedure {
  /** @param {import('../picture.js').Picture} picture */
  constructor(picture) {
    this.picture = picture;
    this.element = make('section', 'distress-procedure');
    this.element.hidden = true;
    byId('banners').after(this.element);
    this.written = '';
  }

  /** @param {import('./types').Agreement[]} agreements */
  refresh(agreements) {
    const isDistress = this.picture.emergencies.length > 0;
    const lists = isDistress ? agreements.filter((one) => ['in-force', 'suspended'].includes(one.state)) : [];
    const written = JSON.stringify([lists.map((one) => one.procedures), language()]);
    const found = lists.flatMap((agreement) => {
      const procedure = (agreement.procedures ?? []).find((one) => one.level === 'distress');
      return procedure ? [{ agreement, procedure }] : [];
    });
    this.element.hidden = found.length === 0;
    if (written === this.written) return;
    this.written = written;
    this.element.replaceChildren(...found.flatMap(({ agreement, procedure }) => [
      make('b', '', s('procedure.title', { agreement: agreement.agreement })),
      ...procedure.steps.map((step) => make('span', 'step', stepText(step))),
    ]));
  }
}

/** @param {import('./types').ProcedureStep} step */
function stepText(step) {
  const whom = (language() === 'ru' ? step.ru : step.en) ?? '';
  const what = step.kind === 'sound' ? s('procedure.sound') : step.kind === 'telephone' ? `${whom} ${step.number ?? ''}` : whom;
  return `${step.after > 0 ? `${s('procedure.after', { seconds: step.after })}: ` : ''}${step.party ? `${step.party}: ` : ''}${what}`;
}
