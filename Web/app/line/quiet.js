/** Orders that the page gives by itself: nobody is asked to sign in for one. */

import { fetchSession, StationError } from '../api.js';

const TIMEOUT_MILLISECONDS = 10000;

/**
 * Whoever is at the page has not done anything: a form that opens by itself would take the keyboard away from what they are doing.
 * So it is looked first who has signed in, and refused here when nobody has; the caller tries again later.
 * @param {string} path @param {object} body
 * @throws {StationError} 401: nobody has signed in, or the session has expired
 */
export async function orderQuietly(path, body) {
  const session = await fetchSession();
  if (!session.person || session.expired) throw new StationError(401, 'nobody has signed in');
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MILLISECONDS);
  let answer;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Parley-Token': session.csrf },
      cache: 'no-store',
      credentials: 'same-origin',
      body: JSON.stringify(body),
      signal: controller.signal,
    });
  } catch (problem) {
    throw new StationError(0, String(problem));
  } finally {
    clearTimeout(timer);
  }
  if (!answer.ok) throw new StationError(answer.status, `HTTP ${answer.status}`);
}
