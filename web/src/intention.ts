/** One key per thing that a person means to do, kept while it is tried again: the server then does it once. */

export interface Intention {
  /** The key for sending this body: the same as before unless the body changed. */
  readonly keyFor: (body: unknown) => string;
  /** It is done; whatever comes next is a new intention. */
  readonly done: () => void;
}

/**
 * A key answers to one body: the server refuses another body under a key it has seen, so a corrected form gets a new
 * key while a repeated one keeps its own.
 */
export function createIntention(newKey: () => string = randomKey): Intention {
  let last: { readonly body: string; readonly key: string } | undefined;
  return {
    keyFor: (body) => {
      const sent = JSON.stringify(body) ?? "";
      if (last?.body !== sent) last = { body: sent, key: newKey() };
      return last.key;
    },
    done: () => {
      last = undefined;
    },
  };
}

/** 128 random bits; `randomUUID` is missing where the page is not served securely. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
