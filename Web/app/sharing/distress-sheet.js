/** Declaring an emergency that no transponder tells, and ending it: for an aircraft of ours, or one that is nobody's as far as is known. */

import { order } from '../api.js';
import { button, byId, make } from '../dom.js';
import { t } from '../i18n.js';
import { Sheet, actButton } from './sheet.js';
import { s } from './words.js';

const KINDS = /** @type {const} */ (['mayday', 'lost-link', 'lost-communications']);

export class DistressSheet {
  /** @param {import('./sharing.js').Sharing} sharing */
  constructor(sharing) {
    this.sharing = sharing;
    this.sheet = new Sheet('distress-sheet', '');
    this.place = make('div', 'actions');
    this.place.id = 'distress-actions';
    byId('panel-actions').after(this.place);
    this.offered = '';
  }

  /**
   * The emergency of an aircraft that people declared.
   * @param {string} id
   */
  declared(id) {
    return this.sharing.display.picture.emergencies.find((one) => one.id === id && one.declared);
  }

  /** Offer it for the selected aircraft. */
  offer() {
    const { display, state } = this.sharing;
    const id = display.focus.selection?.b === null ? display.focus.selection.a : undefined;
    const track = id === undefined ? undefined : display.picture.targets.get(id)?.track;
    const isOpen = Boolean(state && id !== undefined && (track ? !track.party || track.seenHere : this.declared(id)));
    const label = isOpen && id !== undefined && this.declared(id) ? s('distress.end') : s('distress.button');
    const offered = isOpen ? `${id} ${label}` : '';
    if (offered === this.offered) return;
    this.offered = offered;
    this.place.replaceChildren(...(isOpen && id !== undefined ? [button('text-button danger', label, () => this.open(id))] : []));
  }

  /** @param {string} id */
  open(id) {
    const name = this.sharing.display.picture.nameOf(id);
    const path = `/api/distress/${encodeURIComponent(id)}`;
    const buttons = make('div', 'buttons');
    const known = this.declared(id);
    if (known) {
      buttons.append(actButton('text-button primary', s('distress.over'), () => this.send(() => order('DELETE', path))));
      this.sheet.body.replaceChildren(make('p', 'subject', `${name}: ${t(`emergency.${known.kind}`)}`), make('p', 'note', s('distress.endNote')), buttons);
    } else {
      const reason = make('input');
      reason.id = 'distress-reason';
      reason.maxLength = 500;
      reason.placeholder = s('distress.reason');
      reason.setAttribute('aria-label', s('distress.reason'));
      for (const kind of KINDS) {
        buttons.append(actButton('text-button danger', t(`emergency.${kind}`), () => this.send(() => order('POST', path, {
          kind, ...(reason.value.trim() === '' ? {} : { reason: reason.value.trim() }),
        }))));
      }
      this.sheet.body.replaceChildren(make('p', 'subject', name), make('p', 'note', s('distress.note')), reason, buttons);
    }
    this.sheet.open(s(known ? 'distress.endTitle' : 'distress.title', { name }));
    // On no button: a key that was meant for something else must declare nothing.
    this.sheet.title.tabIndex = -1;
    this.sheet.title.focus();
  }

  /** @param {() => Promise<unknown>} act */
  async send(act) {
    if (await this.sheet.attempt(act)) this.sheet.close();
  }
}
