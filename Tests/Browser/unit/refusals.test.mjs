import assert from 'node:assert/strict';
import { test } from 'node:test';

import { StationError } from '../../../Web/app/api.js';
import { problemText, withPassword } from '../../../Web/app/dialog.js';
import { setLanguage } from '../../../Web/app/i18n.js';

test('a refusal is Russian on the Russian page where there are words for it, and the station’s own elsewhere', () => {
  const refused = new StationError(403, 'only a planner may do this');
  setLanguage('en');
  assert.equal(problemText(refused), 'The station refused: only a planner may do this');
  setLanguage('ru');
  assert.equal(problemText(refused), 'Ваша роль этого не позволяет.');
  for (const status of [401, 429, 503]) assert.match(problemText(new StationError(status, 'English')), /^[А-Я][^A-Za-z]+\.$/);
  assert.equal(problemText(new StationError(409, 'suspended')), 'Станция отказала: suspended');
  assert.equal(problemText(new StationError(0, 'x')), 'Станция недоступна. Ничего не изменено.');
  setLanguage('en');
});

test('who gives a wrong password is not told to sign in', async () => {
  const wrong = () => withPassword(() => Promise.reject(new StationError(401, 'the name or the password is not right')));
  setLanguage('ru');
  await assert.rejects(wrong, /Имя или пароль неверны/);
  setLanguage('en');
  await assert.rejects(wrong, /the name or the password is not right/);
});
