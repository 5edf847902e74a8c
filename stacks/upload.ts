/** Puts the built web app into the bucket of a deployed stage: `node stacks/upload.ts STAGE`, after the deployment. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { product } from "./construct/name.ts";
import { placeOf } from "./index.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
};

/** Files of the app but hidden ones, documents last: a page must never name an asset that is not there yet. */
export function pagesIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !file.name.startsWith("."))
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1));
  return paths.sort((a, b) => Number(isAsset(b)) - Number(isAsset(a)) || a.localeCompare(b));
}

/** How long browsers and the CDN may keep a file: assets carry their hash in their name, all else is asked for each time. */
export function cacheControlOf(path: string): string {
  return isAsset(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

function isAsset(path: string): boolean {
  return path.startsWith("assets/");
}

/** Old assets stay: pages that are open still ask for those of the release before. */
export async function uploadPages(folder: string, stageName: string, region: string): Promise<number> {
  if (!existsSync(join(folder, "index.html")))
    throw new Error("The web app is not built: run npm run build, then upload.");
  const bucket = await bucketOf(stageName, region);
  const s3 = new S3Client({ region, forcePathStyle: true });
  const paths = pagesIn(folder);
  for (const path of paths) {
    const type = types[extname(path)];
    if (type === undefined) throw new Error(`Nobody said what kind of file ${path} is.`);
    const Body = readFileSync(join(folder, path));
    await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: path, Body, ContentType: type, CacheControl: cacheControlOf(path) }),
    );
  }
  return paths.length;
}

async function bucketOf(stageName: string, region: string): Promise<string> {
  const client = new CloudFormationClient({ region });
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: `${stageName}-${product}-web` }));
  const bucket = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === "PagesBucket")?.OutputValue;
  if (bucket === undefined) throw new Error(`The stage ${stageName} is not deployed.`);
  return bucket;
}

if (import.meta.main) {
  const [stageName = ""] = process.argv.slice(2);
  const { stage } = placeOf(process.cwd(), stageName);
  const count = await uploadPages(join(process.cwd(), "web/dist"), stage.name, stage.region);
  console.log(`${count} files uploaded to stage ${stage.name}`);
}
