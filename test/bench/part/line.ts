/** One client's connection: HTTP with keep-alive, a cookie, and the time that each answer took. */
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

export interface Timed {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as an outsider would, without the product's types
  readonly body: any;
  readonly milliseconds: number;
}

export interface Line {
  get(path: string): Promise<Timed>;
  post(path: string, body: unknown): Promise<Timed>;
  put(path: string, body: unknown): Promise<Timed>;
  close(): void;
}

/** A line of its own, signed in as a persona of the demonstration. Any answer of 400 and above throws. */
export async function openLine(url: string, persona: string): Promise<Line> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { origin } = new URL(url);
  let cookie = "";
  const line = randomUUID();
  let sent = 0;
  const send = (method: string, path: string, body?: unknown): Promise<Timed> => {
    sent += 1;
    return attempt(method, path, body, `${line}-${sent}`);
  };
  const attempt = (method: string, path: string, body: unknown, key: string): Promise<Timed> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const began = performance.now();
      const call = request(`${url}${path}`, {
        agent,
        method,
        headers: {
          ...(cookie === "" ? {} : { cookie }),
          ...(method === "GET" ? {} : { origin, "idempotency-key": key }),
          ...(text === undefined
            ? {}
            : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
        },
      });
      call.once("error", (error) => {
        // The server had closed a connection that lay idle: nothing was answered, and the key makes it safe to ask again.
        if (call.reusedSocket && (error as NodeJS.ErrnoException).code === "ECONNRESET")
          attempt(method, path, body, key).then(resolve, reject);
        else reject(error);
      });
      call.once("response", (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.once("error", reject);
        answer.once("end", () => {
          const milliseconds = performance.now() - began;
          const said = Buffer.concat(chunks).toString("utf8");
          const status = answer.statusCode ?? 0;
          const given = answer.headers["set-cookie"]?.map((line) => line.split(";")[0]).join("; ");
          if (given !== undefined) cookie = cookie === "" ? given : mergedCookies(cookie, given);
          if (status >= 400) return reject(new Error(`${method} ${path} answered ${status}: ${said.slice(0, 300)}`));
          resolve({ status, body: said === "" ? undefined : JSON.parse(said), milliseconds });
        });
      });
      call.end(text);
    });
  await send("POST", "/api/demo/session", { persona });
  return {
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body),
    put: (path, body) => send("PUT", path, body),
    close: () => agent.destroy(),
  };
}

function mergedCookies(before: string, given: string): string {
  const pairs = [...before.split("; "), ...given.split("; ")].map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return [...new Map(pairs)].map(([name, value]) => `${name}=${value}`).join("; ");
}
