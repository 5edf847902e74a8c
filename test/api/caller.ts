/** One person's way to the API in its tests: any method, header and body, answers as they came, cookies kept. */
import { randomUUID } from "node:crypto";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where it is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers as an outsider would, without the product's types
  readonly body: any;
}

export interface Asking {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  /** Over the usual headers; `null` leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export interface Caller {
  ask(method: string, path: string, asking?: Asking): Promise<Reply>;
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown, key?: string): Promise<Reply>;
  put(path: string, body: unknown, version?: number): Promise<Reply>;
  /** Cookies by name, as a browser holds them now. */
  readonly jar: Map<string, string>;
}

/** Told of every answer: what the tests check on all of them. */
export type Listener = (method: string, path: string, reply: Reply) => void;

export function createCaller(url: string, origin: string, told: Listener = () => undefined): Caller {
  const jar = new Map<string, string>();
  async function ask(method: string, path: string, { body, raw, headers = {} }: Asking = {}): Promise<Reply> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const usual: Record<string, string | null> = {
      ...(content === undefined ? {} : { "content-type": "application/json" }),
      ...(method === "GET" ? {} : { origin, "idempotency-key": randomUUID() }),
      ...(jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") }),
      ...headers,
    };
    const sent = Object.entries(usual).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
    const init: RequestInit = {
      method,
      redirect: "manual",
      headers: sent.map(([name, value]): [string, string] => [name, value]),
      ...(content === undefined ? {} : { body: content }),
    };
    const response = await fetch(`${url}${path}`, init).catch((error: unknown) => {
      if (method !== "GET" || !wasReset(error)) throw error;
      return fetch(`${url}${path}`, init);
    });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const text = await response.text();
    const reply = { status: response.status, headers: response.headers, text, body: parsed(response.headers, text) };
    told(method, path, reply);
    return reply;
  }
  return {
    jar,
    ask,
    get: (path) => ask("GET", path),
    post: (path, body = {}, key = randomUUID()) => ask("POST", path, { body, headers: { "idempotency-key": key } }),
    put: (path, body, version) =>
      ask("PUT", path, { body, headers: version === undefined ? {} : { "if-match": `"${version}"` } }),
  };
}

/** The server closed a connection that it had kept open, just as the next request went into it: a browser asks again too. */
function wasReset(error: unknown): boolean {
  const { code } = (error as { cause?: { code?: string } }).cause ?? {};
  return code === "ECONNRESET" || code === "UND_ERR_SOCKET";
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const at = pair.indexOf("=");
  if (/max-age=0\b/i.test(line)) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}

function parsed(headers: Headers, text: string): unknown {
  return /json/.test(headers.get("content-type") ?? "") && text !== "" ? JSON.parse(text) : undefined;
}
