import assert from 'node:assert/strict';
import { after, mock, test } from 'node:test';

import { get, isAway, StationError } from '../../../Web/app/api.js';

// No time passes but what a test lets pass.
mock.timers.enable(['setTimeout']);
after(() => mock.timers.reset());

/** A station that never answers. */
globalThis.fetch = (_, options) => new Promise((_resolve, reject) => {
  const signal = options?.signal;
  if (signal?.aborted) reject(signal.reason);
  signal?.addEventListener('abort', () => reject(signal.reason));
});

test('a question of which its asker may tire ends by itself all the same', async () => {
  const asker = new AbortController();
  const asked = get('/api/session', asker.signal);
  mock.timers.tick(10000);
  await assert.rejects(asked, (problem) => problem instanceof StationError && isAway(problem));
});

test('and when its asker tires, also before it is asked', async () => {
  const asker = new AbortController();
  const asked = get('/api/session', asker.signal);
  asker.abort();
  await assert.rejects(asked, StationError);
  await assert.rejects(get('/api/session', asker.signal), StationError);
});
