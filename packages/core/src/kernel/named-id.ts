/** The only place where an id follows from a name, so that two things of one name are one thing. Never for people. */
import type { Id } from "./id.ts";

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * An id shaped like a ULID, made of the first 130 bits of the name's digest. For public names only (a call's code, a
 * register number): whoever knows the name knows the id. A person's e-mail would live on in events after erasure.
 * @param digest SHA-256 in hex.
 */
export function namedId<P extends string>(prefix: P, name: string, digest: (text: string) => string): Id<P> {
  let bits = BigInt(`0x${digest(`${prefix}:${name}`)}`) >> 126n;
  let text = "";
  for (let i = 0; i < 26; i++) {
    text = (crockford[Number(bits % 32n)] ?? "0") + text;
    bits /= 32n;
  }
  return `${prefix}_${text}`;
}
