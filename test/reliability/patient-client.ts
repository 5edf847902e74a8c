/** A browser on a bad line: what got no reply, or "not now", is sent again under the same key until it is answered. */
import type { Answer, Client } from "../scenario/client.ts";

export interface Patience {
  /** Called after each request that got no reply; resolves when it is worth trying again. */
  again(): Promise<void>;
  /** Told of every request that had to be repeated. */
  repeated?(what: string): void;
}

const triesMost = 200;

/** The same client; only refusals and results come through, never a lost connection and never 503. */
export function patientClient(client: Client, { again, repeated }: Patience): Client {
  async function insist<T extends { status: number }>(what: string, send: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      const answer = await send().catch((error: unknown) => {
        // The connection was lost: whether the act was done is not known.
        if (!(error instanceof TypeError) || tried >= triesMost) throw error;
        return undefined;
      });
      if (answer !== undefined && (answer.status !== 503 || tried >= triesMost)) return answer;
      repeated?.(what);
      await again();
    }
  }
  return {
    get: (path) => insist(`GET ${path}`, () => client.get(path)),
    post: (path, body, key = crypto.randomUUID()) => insist(`POST ${path}`, () => client.post(path, body, key)),
    put: (path, body, version) => insist(`PUT ${path}`, () => client.put(path, body, version)),
    remove: (path) => insist(`DELETE ${path}`, () => client.remove(path)) as Promise<Answer>,
    upload: (path, bytes) => insist(`PUT ${path}`, () => client.upload(path, bytes)),
    text: (path) => insist(`GET ${path}`, () => client.text(path)),
  };
}
