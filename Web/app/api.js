/** Questions and orders to the station. Orders carry the token that the station gave this page. */

/** The station refused, or can't be reached (`status` 0). */
export class StationError extends Error {
  /** @param {number} status @param {string} detail */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/**
 * Whether the station could not answer, so that it is worth asking again.
 * @param {unknown} problem
 */
export function isAway(problem) {
  return problem instanceof StationError && (problem.status === 0 || problem.status >= 500);
}

const TIMEOUT_MILLISECONDS = 10000;
/** An order that was given up may have been carried out all the same: it is waited for longer. Passwords take their time to check. */
const ORDER_TIMEOUT_MILLISECONDS = 30000;
let token = '';
/** @type {() => Promise<boolean>} */
let signIn = async () => false;

/**
 * What is done when the station wants to know who orders: somebody signs in, or not.
 * @param {() => Promise<boolean>} ask
 */
export function onSignInNeeded(ask) {
  signIn = ask;
}

/** @returns {Promise<import('./types').Session>} */
export async function fetchSession() {
  const session = await call('GET', '/api/session');
  token = session.csrf ?? '';
  return session;
}

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
 * An order. A station that was restarted has a new token: it is asked for once, and the order repeated. So it is when a session has
 * expired and somebody has signed in again.
 * @param {'POST' | 'PUT' | 'DELETE'} method @param {string} path @param {object} [body]
 * @returns {Promise<any>}
 */
export async function order(method, path, body) {
  try {
    return await call(method, path, body ?? {});
  } catch (problem) {
    if (!(problem instanceof StationError)) throw problem;
    if (problem.status === 403) {
      const before = token;
      await fetchSession();
      // Refused for another reason than the token.
      if (token === before) throw problem;
    } else if (problem.status !== 401 || !(await signIn())) {
      throw problem;
    }
    return call(method, path, body ?? {});
  }
}

/**
 * An order that is not repeated: what signs in can't wait for somebody to sign in. The answer is the session, with its token.
 * @param {'POST'} method @param {string} path @param {object} body
 * @returns {Promise<import('./types').Session>}
 */
export async function orderOnce(method, path, body) {
  const session = await call(method, path, body);
  token = session.csrf ?? '';
  return session;
}

/**
 * Ends a call that takes too long, and one that whoever asked gives up.
 * @param {number} milliseconds @param {AbortSignal} [signal]
 */
function limit(milliseconds, signal) {
  const controller = new AbortController();
  const end = () => controller.abort();
  const timer = setTimeout(end, milliseconds);
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  return {
    signal: controller.signal,
    lift: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    },
  };
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
  const { signal: end, lift } = limit(body === undefined ? TIMEOUT_MILLISECONDS : ORDER_TIMEOUT_MILLISECONDS, signal);
  let answer, text;
  try {
    answer = await fetch(path, {
      method,
      headers,
      cache: 'no-store',
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: end,
    });
    text = await answer.text();
  } catch (problem) {
    throw new StationError(0, String(problem));
  } finally {
    lift();
  }
  let value = null;
  try {
    value = text === '' ? null : JSON.parse(text);
  } catch {
    throw new StationError(answer.status, `HTTP ${answer.status}`);
  }
  if (!answer.ok) throw new StationError(answer.status, value?.detail ?? value?.title ?? `HTTP ${answer.status}`);
  return value;
}
