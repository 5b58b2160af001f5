/** The zones of the agreements: which are active, by whose word, and who is about to enter without being entitled. */

import { order } from '../api.js';
import { make, reconcile, write } from '../dom.js';
import { language } from '../i18n.js';
import { Sheet, actButton, showRows } from './sheet.js';
import { s } from './words.js';

export class ZonesSheet {
  /** @param {import('./sharing.js').Sharing} sharing */
  constructor(sharing) {
    this.sharing = sharing;
    this.sheet = new Sheet('zones-sheet', '');
  }

  open() {
    this.refresh();
    this.sheet.open(s('zones.title'));
  }

  refresh() {
    const zones = this.sharing.state?.zones ?? [];
    showRows(
      this.sheet.body, zones.length === 0 ? [null] : zones, (zone) => ({ ...zone, outline: null, intrusions: null }),
      (zone) => (zone ? this.row(zone) : make('p', 'empty', s('zones.none'))), (row, zone) => { if (zone) this.showIntrusions(row, zone); });
  }

  /**
   * Who is about to enter changes by the second; the buttons beside it stay.
   * @param {HTMLElement} row @param {import('./types').Zone} zone
   */
  showIntrusions(row, zone) {
    const container = /** @type {HTMLElement} */ (row.querySelector('.intrusions'));
    reconcile(container, zone.intrusions, (intrusion) => intrusion.track, () => make('p', 'problem'), (element, intrusion) => write(element, this.sharing.intrusionText(intrusion)));
  }

  /** @param {import('./types').Zone} zone */
  row(zone) {
    const row = make('section', 'zone-row');
    row.dataset.zone = zone.zone;
    row.dataset.active = String(zone.active);
    row.append(
      make('h3', '', `${zone.zone} · ${language() === 'ru' ? zone.nameRu : zone.nameEn}`),
      make('p', 'note', `${s(zone.active ? 'zones.active' : 'zones.idle')} · ${s('zones.entitled', { parties: zone.entitled.join(', ') || s('zones.nobody') })}`
        + (zone.active && zone.party && zone.by ? ` · ${s('zones.by', { party: zone.party, name: zone.by.name })}` : '')));
    row.append(make('div', 'intrusions'));
    if (zone.mayActivate) {
      row.append(actButton('text-button', s(zone.active ? 'zones.release' : 'zones.activate'), async () => {
        await this.sheet.attempt(() => order('POST', `/api/zones/${encodeURIComponent(zone.agreement)}/${encodeURIComponent(zone.zone)}`, {
          state: zone.active ? 'released' : 'active',
        }));
        this.sharing.soon();
      }));
    }
    return row;
  }
}
