/** A browser's manners without a browser: cookies, origin, idempotency keys, and refusals as values. */
import { randomUUID } from "node:crypto";

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

// biome-ignore lint/suspicious/noExplicitAny: a story reads answers as an outsider would, without the product's types
export type Body = any;

export interface Client {
  get<T = Body>(path: string): Promise<Answer<T>>;
  post<T = Body>(path: string, body?: unknown, key?: string): Promise<Answer<T>>;
  put<T = Body>(path: string, body: unknown, version?: number): Promise<Answer<T>>;
  remove(path: string): Promise<Answer>;
  /** The bytes of a file that was announced, to where they are awaited. */
  upload(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<{ status: number }>;
  /** The answer's text, for files. */
  text(path: string): Promise<{ status: number; text: string; headers: Headers }>;
}

/** A client of the product at `url` with a cookie jar of its own. `origin` is what its pages would be served from. */
export function createClient(url: string, origin: string = new URL(url).origin): Client {
  const jar = new Map<string, string>();
  async function send(method: string, path: string, body: unknown, extra: Record<string, string>): Promise<Response> {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(method === "GET" ? {} : { origin }),
        ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } : {}),
        ...extra,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const value = pair.slice(at + 1);
      if (value === "") jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), value);
    }
    return response;
  }
  async function json(
    method: string,
    path: string,
    body: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const response = await send(method, path, body, extra);
    const text = await response.text();
    return { status: response.status, body: text === "" ? {} : JSON.parse(text), headers: response.headers };
  }
  return {
    get: (path) => json("GET", path, undefined),
    post: (path, body, key = randomUUID()) => json("POST", path, body, { "idempotency-key": key }),
    put: (path, body, version) => json("PUT", path, body, version === undefined ? {} : { "if-match": `"${version}"` }),
    remove: (path) => json("DELETE", path, undefined),
    async upload(path, bytes) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const headers = { "content-type": "application/octet-stream", origin, cookie };
      const { status } = await fetch(new URL(path, url), { method: "PUT", headers, body: bytes });
      return { status };
    },
    async text(path) {
      const response = await send("GET", path, undefined, {});
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
  };
}
