import { createS3Door } from "@multihelix/adapters/s3/file-door.ts";
import { createS3Vault } from "@multihelix/adapters/s3/file-vault.ts";
import { presign } from "@multihelix/adapters/s3/presign.ts";
import { expect, test } from "vitest";

/** The example of the documentation of Signature Version 4 for S3, query parameters. */
const credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const place = { bucket: "examplebucket", region: "us-east-1", origin: "https://examplebucket.s3.amazonaws.com" };
const at = Date.parse("2013-05-24T00:00:00Z");
const key = "app_01K8Z3V5J0QW4R7T9Y2B6C8D1F/fil_01K8Z3V5J0QW4R7T9Y2B6C8D1F";

test("an address is signed as AWS documents it", () => {
  const address = presign(place, credentials, { method: "GET", key: "test.txt", seconds: 86_400 }, at);
  expect(new URL(address).searchParams.get("X-Amz-Signature")).toBe(
    "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
  );
});

test("browsers send exactly as many bytes as were announced, into quarantine, and fetch only as an attachment", async () => {
  const door = createS3Door(place, credentials, () => at);
  const send = new URL((await door.sendAddress(key, 1234, 900)) ?? "");
  expect(send.pathname).toBe(`/quarantine/${key}`);
  expect(send.searchParams.get("X-Amz-SignedHeaders")).toBe("content-length;host");
  const fetchAt = new URL((await door.fetchAddress(key, 'attachment; filename="a.pdf"', 60)) ?? "");
  expect(fetchAt.pathname).toBe(`/kept/${key}`);
  expect(fetchAt.searchParams.get("response-content-disposition")).toBe('attachment; filename="a.pdf"');
  expect(fetchAt.searchParams.get("response-content-type")).toBe("application/octet-stream");
  expect(fetchAt.searchParams.get("X-Amz-Expires")).toBe("60");
});

test("an object that is not there is nothing; a bucket that is away is told, so that it is tried again", async () => {
  const answering = (status: number) => async () => new Response(status === 200 ? "abc" : "", { status });
  const vault = (status: number) => createS3Vault(place, credentials, () => at, answering(status) as typeof fetch);
  expect(await vault(200).read("kept", key)).toEqual(new Uint8Array([97, 98, 99]));
  expect(await vault(404).read("kept", key)).toBeUndefined();
  await expect(vault(503).read("kept", key)).rejects.toMatchObject({ code: "file.store-away" });
  await expect(vault(403).write("kept", key, new Uint8Array(1))).rejects.toMatchObject({ code: "file.store-away" });
  await vault(404).remove("quarantine", key);
});
