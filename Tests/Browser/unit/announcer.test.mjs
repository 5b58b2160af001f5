import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Announcer } from '../../../Web/app/announcer.js';
import { Picture } from '../../../Web/app/picture.js';

/** @type {Record<string, {textContent: string}>} */
const elements = { alerts: { textContent: '' }, notices: { textContent: '' } };
/** @type {any} */ (globalThis).document = { getElementById: (/** @type {string} */ id) => elements[id] ?? null };

/** @param {object} [more] @returns {any} */
const conflict = (more = {}) => ({ id: 'a|b', a: 'a', b: 'b', level: 'alarm', inLoss: false, since: 90, secondsToLoss: 60, horizontalMetres: 20000, ...more });

/** An officer's place: what is told it, and every tune with its time. */
class Place {
  constructor() {
    this.now = 0;
    this.picture = new Picture();
    this.isHeard = true;
    /** @type {string[]} */
    this.tunes = [];
    this.announcer = new Announcer(this.picture, {
      play: (tune) => {
        if (this.isHeard) this.tunes.push(`${tune} ${this.now}`);
        return this.isHeard;
      },
    });
  }

  /** @param {object} more */
  news(more) {
    const { picture } = this;
    picture.replace(/** @type {any} */ ({ time: 100 + this.now, sequence: 1, replay: null, feeds: [], tracks: [], conflicts: picture.conflicts, emergencies: picture.emergencies, ...more }));
    this.announcer.refresh(this.now);
  }

  /** Time goes on without news. @param {number} seconds */
  wait(seconds) {
    const end = this.now + seconds;
    while (this.now < end) {
      this.now += 0.5;
      this.announcer.tick(this.now);
    }
  }

  /** @returns {string[]} the tunes since this was asked last */
  heard() {
    return this.tunes.splice(0);
  }
}

test('an alarm sounds until somebody sees to it, also when there is no news any more', () => {
  const place = new Place();
  place.news({ conflicts: [conflict()] });
  place.wait(12);
  assert.deepEqual(place.heard(), ['alarm 0', 'alarm 6', 'alarm 12']);
  place.news({ conflicts: [conflict({ acknowledged: { by: 'x', reason: 'y', until: 200 } })] });
  place.wait(12);
  assert.deepEqual(place.heard(), []);
});

test('a lost link sounds at once and while it lasts, and the alarm with it', () => {
  const place = new Place();
  place.news({ conflicts: [conflict()] });
  place.wait(2);
  place.announcer.setTrouble('lost', place.now);
  place.wait(8);
  assert.deepEqual(place.heard(), ['alarm 0', 'link 2', 'alarm 6', 'link 8']);
  assert.equal(elements.alerts.textContent, 'No data from the station.');
  place.announcer.setTrouble(null, place.now);
  place.news({ conflicts: [] });
  place.wait(12);
  assert.deepEqual(place.heard(), []);
  assert.equal(elements.notices.textContent, 'Connection to the station restored.');
});

test('a picture that stands still sounds as a lost link does', () => {
  const place = new Place();
  place.announcer.setTrouble('standing', 0);
  assert.deepEqual(place.heard(), ['link 0']);
  assert.equal(elements.alerts.textContent, 'The picture stands still.');
});

test('an emergency sounds until its aircraft is selected, and another of the same aircraft anew', () => {
  const place = new Place();
  const [mayday, lostLink] = ['mayday', 'lost-link'].map((kind) => ({ id: 'a', squawk: '', kind, since: 100 }));
  place.news({ emergencies: [mayday] });
  assert.equal(elements.alerts.textContent, 'Emergency, MAYDAY: a.');
  place.wait(10);
  assert.deepEqual(place.heard(), ['emergency 0', 'emergency 10']);
  place.announcer.look({ a: 'z', b: null });
  place.wait(10);
  assert.deepEqual(place.heard(), ['emergency 20'], 'something else was selected');
  place.announcer.look({ a: 'z', b: 'a' });
  place.news({ emergencies: [mayday] });
  place.wait(20);
  assert.deepEqual(place.heard(), []);
  place.news({ emergencies: [lostLink] });
  assert.equal(elements.alerts.textContent, 'Emergency, LOST LINK: a.');
  assert.deepEqual(place.heard(), ['emergency 40']);
  place.announcer.look({ a: 'a', b: null });
  place.wait(2);
  place.news({ emergencies: [{ ...lostLink, since: 142 }] });
  assert.deepEqual(place.heard(), ['emergency 42']);
});

test('several take turns, and what is worse or new comes at once', () => {
  const place = new Place();
  place.news({ conflicts: [conflict()], emergencies: [{ id: 'c', squawk: '7700', kind: 'general', since: 1 }] });
  place.wait(2);
  assert.deepEqual(place.heard(), ['emergency 0', 'alarm 1.5'], 'one after the other');
  place.wait(2);
  place.news({ conflicts: [conflict({ inLoss: true })] });
  assert.deepEqual(place.heard(), ['loss 4']);
  place.wait(2);
  place.news({ conflicts: [conflict({ inLoss: true }), conflict({ id: 'c|d', a: 'c', b: 'd' })] });
  assert.deepEqual(place.heard(), ['loss 6'], 'a second conflict');
});

test('what can’t be heard stays due, and does not pile up', () => {
  const place = new Place();
  place.isHeard = false;
  place.news({ conflicts: [conflict()] });
  place.wait(60);
  place.isHeard = true;
  place.wait(3);
  assert.deepEqual(place.heard(), ['alarm 60.5']);
});

/** @param {object} [more] @returns {import('../../../Web/app/sharing/calls.js').Call} */
const call = (more = {}) => ({ key: 'zone w-e EX1 3949ea inside', text: 'EX1: 3949EA is inside', aircraft: ['3949ea'], isPressing: true, ...more });

test('an entry into a zone calls until somebody has looked at it, one that is only predicted calls once', () => {
  const place = new Place();
  place.announcer.setCalls([call({ key: 'zone w-e EX1 3949ea entering', text: 'in 40 s', isPressing: false })], place.now);
  assert.equal(elements.alerts.textContent, 'in 40 s');
  place.wait(30);
  assert.deepEqual(place.heard(), ['zone 0']);
  place.announcer.setCalls([call()], place.now);
  place.wait(20);
  assert.deepEqual(place.heard(), ['zone 30', 'zone 40', 'zone 50']);
  place.announcer.look(/** @type {any} */ ({ a: '3949ea', b: null }));
  place.wait(30);
  assert.deepEqual(place.heard(), []);
});

test('what a peer warns of calls until its sheet is opened, and again for the next', () => {
  const place = new Place();
  const alert = (/** @type {number} */ number) => call({ key: `alert east w-e a-${number}`, aircraft: [] });
  place.announcer.setCalls([alert(1)], place.now);
  place.announcer.lookAtCalls('zone');
  place.wait(10);
  assert.deepEqual(place.heard(), ['zone 0', 'zone 10']);
  place.announcer.lookAtCalls('alert');
  place.wait(15);
  assert.deepEqual(place.heard(), []);
  place.announcer.setCalls([alert(1), alert(2)], place.now);
  assert.deepEqual(place.heard(), ['zone 25']);
});

test('a call waits for an alarm to have sounded, and for sound that is blocked', () => {
  const place = new Place();
  place.news({ conflicts: [conflict()] });
  place.announcer.setCalls([call({ isPressing: false })], place.now);
  place.wait(3);
  assert.deepEqual(place.heard(), ['alarm 0', 'zone 1.5']);
  place.news({ conflicts: [] });
  place.isHeard = false;
  place.announcer.setCalls([call({ key: 'zone w-e EX2 3949ea entering', isPressing: false })], place.now);
  place.wait(5);
  place.isHeard = true;
  place.wait(5);
  assert.deepEqual(place.heard(), ['zone 8.5']);
});
