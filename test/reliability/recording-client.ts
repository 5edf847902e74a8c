/** Remembers every effect that a story's people caused over HTTP, with its key and its answer. */
import type { Answer, Body, Client } from "../scenario/client.ts";

export interface Effect {
  readonly client: Client;
  readonly path: string;
  readonly body: Body;
  readonly key: string;
  readonly answer: Answer;
}

/** The same client; effects that succeeded are added to `effects`. Statements carry no key: each of their lines is one. */
export function recordingClient(client: Client, effects: Effect[]): Client {
  return {
    ...client,
    async post(path, body, key = crypto.randomUUID()) {
      const answer = await client.post(path, body, key);
      if (answer.status < 300 && !path.endsWith("/statements"))
        effects.push({ client, path, body, key, answer: answer as Answer });
      return answer as Answer<Body>;
    },
  };
}
