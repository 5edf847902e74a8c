/** The built web app in its bucket: uploaded as an operator does, and read back. */
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { runToEnd } from "../fixture/child-group.ts";
import { clientOptions, type Deployment, stage } from "./deployment.ts";
import { type Emulator, root } from "./emulator.ts";

/** Upload the pages, then look at what a browser would get. Throws when a type or a caching rule is not right. */
export async function uploadPages(emulator: Emulator, { pagesBucket }: Deployment): Promise<void> {
  await runToEnd(["node", "stacks/upload.ts", stage], { cwd: root, env: emulator.env, timeoutMs: 120_000 });
  const s3 = new S3Client({ ...clientOptions(emulator), forcePathStyle: true });
  const read = async (Key: string) => {
    const { Body, ContentType, CacheControl } = await s3.send(new GetObjectCommand({ Bucket: pagesBucket, Key }));
    return { text: (await Body?.transformToString()) ?? "", ContentType, CacheControl };
  };
  const index = await read("index.html");
  const script = /src="\/(assets\/[^"]+\.js)"/.exec(index.text)?.[1];
  if (script === undefined) throw new Error("the first page names no script");
  const asset = await read(script);
  const { KeyCount = 0 } = await s3.send(new ListObjectsV2Command({ Bucket: pagesBucket }));
  const facts = [
    index.ContentType === "text/html; charset=utf-8",
    index.CacheControl === "no-cache",
    asset.ContentType === "text/javascript; charset=utf-8",
    asset.CacheControl === "public, max-age=31536000, immutable",
    KeyCount > 2,
  ];
  if (!facts.every(Boolean)) throw new Error(`pages: ${JSON.stringify([facts, index.ContentType, asset.ContentType])}`);
}
