/** Questions and orders to the station. Orders carry the token that the station gave this page. */

/** The station refused, or can't be reached (`status` 0). */
export class StationError extends Error {
  /** @param {number} status @param {string} detail */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

const TIMEOUT_MILLISECONDS = 10000;
let token = '';

/** @returns {Promise<import('./types').Config>} */
export async function fetchConfig() {
  const config = await call('GET', '/api/config');
  token = config.csrf ?? '';
  return config;
}

/**
 * @param {string} path @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export function get(path, signal) {
  return call('GET', path, undefined, signal);
}

/**
 * An order. A station that was restarted has a new token: it is asked for once, and the order repeated.
 * @param {'POST' | 'PUT' | 'DELETE'} method @param {string} path @param {object} [body]
 * @returns {Promise<any>}
 */
export async function order(method, path, body) {
  try {
    return await call(method, path, body ?? {});
  } catch (problem) {
    if (!(problem instanceof StationError) || problem.status !== 403) throw problem;
    await fetchConfig();
    return call(method, path, body ?? {});
  }
}

/** A signal that ends a call which takes too long. */
function timeout() {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), TIMEOUT_MILLISECONDS);
  return controller.signal;
}

/**
 * @param {string} method @param {string} path @param {object} [body] @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
async function call(method, path, body, signal) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    headers['X-Parley-Token'] = token;
  }
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers,
      cache: 'no-store',
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ?? timeout(),
    });
  } catch (problem) {
    throw new StationError(0, String(problem));
  }
  const text = await answer.text();
  let value = null;
  try {
    value = text === '' ? null : JSON.parse(text);
  } catch {
    throw new StationError(answer.status, `HTTP ${answer.status}`);
  }
  if (!answer.ok) throw new StationError(answer.status, value?.detail ?? value?.title ?? `HTTP ${answer.status}`);
  return value;
}
