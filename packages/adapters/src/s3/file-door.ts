/** How browsers reach the bucket of files: by addresses signed for one object and a few minutes. Calls PutObject and GetObject. */
import type { FileDoor } from "@multihelix/core/port/file-store.ts";
import type { S3Credentials, S3Place } from "./presign.ts";

export function createS3Door(place: S3Place, credentials: S3Credentials, now: () => number): FileDoor {
  // Loaded with the first file: most requests have none.
  const presign = async () => (await import("./presign.ts")).presign;
  return {
    // The length is signed: S3 refuses a body of any other.
    sendAddress: async (key, bytes, seconds) =>
      (await presign())(
        place,
        credentials,
        { method: "PUT", key: `quarantine/${key}`, seconds, headers: { "content-length": String(bytes) } },
        now(),
      ),
    fetchAddress: async (key, disposition, seconds) =>
      (await presign())(
        place,
        credentials,
        {
          method: "GET",
          key: `kept/${key}`,
          seconds,
          query: {
            "response-content-disposition": disposition,
            "response-content-type": "application/octet-stream",
          },
        },
        now(),
      ),
  };
}
