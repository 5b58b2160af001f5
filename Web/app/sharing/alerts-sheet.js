/** Alerts across parties: the same on both sides, and on each whether the other has seen it. */

import { order } from '../api.js';
import { make } from '../dom.js';
import { t } from '../i18n.js';
import { METRES_PER_NM, clock, distance, verticalDistance } from '../units.js';
import { Sheet, actButton, showRows } from './sheet.js';
import { lateText, named, s } from './words.js';

const MOST_ROWS = 60;

export class AlertsSheet {
  /** @param {import('./sharing.js').Sharing} sharing */
  constructor(sharing) {
    this.sharing = sharing;
    this.sheet = new Sheet('alerts-sheet', '');
  }

  open() {
    this.refresh();
    this.sheet.open(s('alerts.title'));
  }

  refresh() {
    const alerts = (this.sharing.state?.alerts ?? []).slice(0, MOST_ROWS);
    showRows(this.sheet.body, alerts.length === 0 ? [null] : alerts, (alert) => alert, (alert) => (alert ? this.row(alert) : make('p', 'empty', s('alerts.none'))));
  }

  /** @param {import('./types').SharedAlert} alert */
  row(alert) {
    const row = make('section', 'alert-row');
    row.dataset.level = alert.over ? 'over' : alert.level;
    row.dataset.ours = String(alert.ours);
    const numbers = [
      alert.secondsToLoss === undefined ? '' : t('unit.seconds', { count: Math.round(alert.secondsToLoss) }),
      alert.horizontalNM === undefined ? '' : distance(alert.horizontalNM * METRES_PER_NM, 1),
      alert.verticalFt === undefined ? '' : verticalDistance(alert.verticalFt), alert.zone ?? '', alert.over ? s('alerts.over') : '',
      alert.outside ? s('alerts.outside') : '',
    ].filter((text) => text !== '');
    row.append(
      make('h3', '', `${named('kind', alert.kind)} · ${named('level', alert.level)} · ${s(alert.ours ? 'alerts.toPeer' : 'alerts.fromPeer', { peer: alert.peer })} · ${clock(alert.written)}`),
      make('p', 'note', `${alert.tracks.map((track) => track.slice(0, 5).toUpperCase()).join(' – ')}  ${numbers.join(', ')}`),
      make('p', 'note', [
        lateText(alert.late, alert.received),
        alert.ours ? (alert.stored === undefined ? s('alerts.notStored') : s('alerts.stored', { time: clock(alert.stored) })) : '',
        alert.seenBy ? s('alerts.seen', { name: alert.seenBy.name, time: clock(alert.seen ?? 0) }) : s('alerts.notSeen'),
      ].filter((text) => text !== '').join(' · ')));
    if (!alert.ours && !alert.seenBy) {
      const path = [alert.peer, alert.agreement, alert.alert].map(encodeURIComponent).join('/');
      row.append(actButton('text-button', s('alerts.see'), async () => {
        await this.sheet.attempt(() => order('POST', `/api/alerts/${path}/seen`));
        this.sharing.soon();
      }));
    }
    return row;
  }
}
