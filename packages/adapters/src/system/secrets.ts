/** Digest, randomness and keyed secrets by node:crypto. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Digest, Random, Secrets } from "@multihelix/core/port/deps.ts";

export const sha256: Digest = (text) => createHash("sha256").update(text).digest("hex");

export const systemRandom: Random = {
  next: () => randomBytes(4).readUInt32BE() / 2 ** 32,
  bytes: (length) => new Uint8Array(randomBytes(length)),
};

const cipher = "aes-256-gcm";

/** Secrets under one installation key of at least 32 bytes; each purpose has a key of its own, derived by HKDF. */
export function createSecrets(key: Uint8Array): Secrets {
  if (key.length < 32) throw new Error("The installation's secret must have at least 32 bytes.");
  const derived = new Map<string, Buffer>();
  const keyFor = (purpose: string) => {
    const found = derived.get(purpose) ?? Buffer.from(hkdfSync("sha256", key, "multihelix", purpose, 32));
    derived.set(purpose, found);
    return found;
  };
  return {
    sign: (purpose, text) =>
      createHmac("sha256", keyFor(`sign:${purpose}`))
        .update(text)
        .digest("hex"),
    seal(purpose, context, text) {
      const nonce = randomBytes(12);
      const box = createCipheriv(cipher, keyFor(`seal:${purpose}`), nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([box.update(text, "utf8"), box.final()]);
      return Buffer.concat([nonce, box.getAuthTag(), body]).toString("base64url");
    },
    open(purpose, context, sealed) {
      const all = Buffer.from(sealed, "base64url");
      if (all.length < 28) return undefined;
      try {
        const box = createDecipheriv(cipher, keyFor(`seal:${purpose}`), all.subarray(0, 12))
          .setAAD(Buffer.from(context))
          .setAuthTag(all.subarray(12, 28));
        return Buffer.concat([box.update(all.subarray(28)), box.final()]).toString("utf8");
      } catch {
        // A failed authentication is the answer "not ours", not a fault.
        return undefined;
      }
    },
  };
}
