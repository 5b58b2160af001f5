import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LabelPlacer, MIDDLE } from '../../../Web/app/labels.js';

const WIDTH = 70, HEIGHT = 32;

/** @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/**
 * Place labels for points, as the display does.
 * @param {LabelPlacer} placer @param {number[][]} points @param {number[]} slots changed in place
 */
function placeAll(placer, points, slots) {
  placer.begin(1000, 700);
  for (const [x, y] of points) placer.symbol(x, y, 7);
  /** @type {number[][]} */
  const boxes = [];
  points.forEach(([x, y], index) => {
    slots[index] = placer.place(x, y, WIDTH, HEIGHT, slots[index], false, false, 0, 0);
    if (slots[index] >= 0) boxes.push([placer.left, placer.top]);
  });
  return boxes;
}

/** @param {number[][]} boxes */
function overlaps(boxes) {
  let count = 0;
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      if (Math.abs(boxes[i][0] - boxes[j][0]) < WIDTH - 0.01 && Math.abs(boxes[i][1] - boxes[j][1]) < HEIGHT - 0.01) count++;
    }
  }
  return count;
}

test('labels never cover each other, however crowded', () => {
  for (const count of [10, 80, 400, 3000]) {
    const next = random(count);
    const points = Array.from({ length: count }, () => [next() * 1000, next() * 700]);
    const boxes = placeAll(new LabelPlacer(), points, Array(count).fill(-1));
    assert.equal(overlaps(boxes), 0, `${count} aircraft`);
    assert.ok(boxes.length >= Math.min(count, 60), `only ${boxes.length} of ${count} placed`);
  }
});

test('a small crowd is labelled whole', () => {
  const next = random(5);
  const points = Array.from({ length: 30 }, () => [60 + next() * 880, 60 + next() * 580]);
  assert.equal(placeAll(new LabelPlacer(), points, Array(30).fill(-1)).length, 30);
});

test('nothing moves when nothing moves, and little when little does', () => {
  const next = random(11);
  const points = Array.from({ length: 120 }, () => [next() * 1000, next() * 700]);
  const placer = new LabelPlacer();
  const slots = Array(120).fill(-1);
  placeAll(placer, points, slots);
  const before = [...slots];
  placeAll(placer, points, slots);
  assert.deepEqual(slots, before);
  for (const point of points) point[0] += 1;
  placeAll(placer, points, slots);
  const changed = slots.filter((slot, index) => slot !== before[index]).length;
  assert.ok(changed <= 12, `${changed} of 120 labels jumped`);
});

test('what must be shown is placed even where all is full', () => {
  const placer = new LabelPlacer();
  placer.begin(200, 200);
  placer.forbid(-200, -200, 400, 400);
  assert.equal(placer.place(100, 100, WIDTH, HEIGHT, -1, false, false, 0, 0), -1);
  assert.ok(placer.place(100, 100, WIDTH, HEIGHT, -1, true, false, 0, 0) >= 0);
});

test('a text may lie on its own anchor, and keeps off the speed vector', () => {
  const placer = new LabelPlacer();
  placer.begin(400, 400);
  assert.equal(placer.place(200, 200, WIDTH, HEIGHT, -1, false, true, 0, 0), MIDDLE);
  placer.begin(400, 400);
  // Going north-east: the place right above, otherwise the best, is left free.
  assert.notEqual(placer.place(200, 200, WIDTH, HEIGHT, -1, false, false, Math.SQRT1_2, -Math.SQRT1_2), 0);
});
