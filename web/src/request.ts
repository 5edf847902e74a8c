/** How a request is sent: cookies, keys on unsafe methods, and patience with a server that restarts. */
import { randomKey } from "./intention.ts";
import { unreachable } from "./problem.ts";

/** What sending needs of the world; tests hand in their own. */
export interface Wire {
  readonly fetch: typeof fetch;
  readonly wait: (ms: number) => Promise<void>;
}

export const browserWire: Wire = {
  fetch: (input, init) => fetch(input, init),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const tries = 4;
const longestWait = 10_000;

/**
 * A `fetch` for the API. Unsafe methods carry an `Idempotency-Key`, the caller's or a new one. A 503 is tried again
 * after its `Retry-After` (at most three times, 10 s each) where that is safe: reading, or writing under a key.
 * @throws {ApiProblem} `network.unreachable` when no answer comes
 */
export function createRequest(wire: Wire = browserWire): typeof fetch {
  return async (input, init) => {
    const method = (init?.method ?? "GET").toUpperCase();
    const headers = new Headers(init?.headers);
    if (!isSafe(method) && !headers.has("Idempotency-Key")) headers.set("Idempotency-Key", randomKey());
    headers.set("Accept", "application/json, application/problem+json");
    for (let left = tries - 1; ; left -= 1) {
      const response = await send(wire, input, { ...init, method, headers, credentials: "same-origin" });
      if (response.status !== 503 || left === 0) return response;
      await wire.wait(retryAfter(response.headers.get("Retry-After")));
    }
  };
}

function isSafe(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

async function send(wire: Wire, input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  try {
    return await wire.fetch(input, init);
  } catch (error) {
    // An aborted request is nobody's problem; anything else here means that no answer came.
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  }
}

/** Milliseconds; only the form in seconds is used by our API, anything else counts as one second. */
function retryAfter(header: string | null): number {
  const seconds = Number(header ?? "1");
  return Math.min(longestWait, Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000);
}
