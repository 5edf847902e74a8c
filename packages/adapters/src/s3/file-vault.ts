/** The bucket of files as the product itself reads and writes it. Calls GetObject, PutObject and DeleteObject. */
import { DomainError } from "@multihelix/core/kernel/error.ts";
import type { FileVault } from "@multihelix/core/port/file-store.ts";
import type { S3Asking, S3Credentials, S3Place } from "./presign.ts";

const seconds = 60;

/** @throws unavailable `file.store-away` for every answer that is neither the object nor its absence. */
export function createS3Vault(
  place: S3Place,
  credentials: S3Credentials,
  now: () => number,
  send: typeof fetch = fetch,
): FileVault {
  async function ask(method: S3Asking["method"], key: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
    const { presign } = await import("./presign.ts");
    const address = presign(place, credentials, { method, key, seconds }, now());
    const answer = await send(address, { method, ...(body === undefined ? {} : { body }) });
    // Without the right to list, S3 answers 403 for what is not there.
    if (answer.ok || answer.status === 404 || (method !== "PUT" && answer.status === 403)) return answer;
    throw new DomainError("unavailable", "file.store-away", { status: answer.status });
  }
  return {
    async read(at, key) {
      const answer = await ask("GET", `${at}/${key}`);
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
    },
    async write(at, key, bytes) {
      const answer = await ask("PUT", `${at}/${key}`, new Uint8Array(bytes));
      if (!answer.ok) throw new DomainError("unavailable", "file.store-away", { status: answer.status });
    },
    async remove(at, key) {
      await ask("DELETE", `${at}/${key}`);
    },
  };
}
