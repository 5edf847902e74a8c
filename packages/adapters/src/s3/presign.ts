/** Signed addresses of S3 objects: AWS Signature Version 4 in the query (docs.aws.amazon.com, "Authenticating requests: query parameters"). */
import { createHash, createHmac } from "node:crypto";

export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  /** `https://bucket.s3.region.amazonaws.com`, without a slash at its end. */
  readonly origin: string;
}

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface S3Asking {
  readonly method: "GET" | "PUT" | "DELETE";
  /** Without a slash at its beginning. */
  readonly key: string;
  readonly seconds: number;
  readonly query?: Readonly<Record<string, string>>;
  /** Headers that the request must carry exactly so. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** @param now milliseconds since 1970 */
export function presign(
  { region, origin }: S3Place,
  credentials: S3Credentials,
  asking: S3Asking,
  now: number,
): string {
  const stamp = `${new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
  const day = stamp.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const headers = Object.entries({ host: new URL(origin).host, ...asking.headers })
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const signedHeaders = headers.map(([name]) => name).join(";");
  const query = {
    ...asking.query,
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${credentials.accessKeyId}/${scope}`,
    "X-Amz-Date": stamp,
    "X-Amz-Expires": String(asking.seconds),
    "X-Amz-SignedHeaders": signedHeaders,
    ...(credentials.sessionToken === undefined ? {} : { "X-Amz-Security-Token": credentials.sessionToken }),
  };
  const asked = Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  const path = `${new URL(origin).pathname.replace(/\/$/, "")}/${asking.key.split("/").map(encoded).join("/")}`;
  const canonical = [
    asking.method,
    path,
    asked,
    ...headers.map(([name, value]) => `${name}:${value}`),
    "",
    signedHeaders,
    "UNSIGNED-PAYLOAD",
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", stamp, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  );
  const signature = createHmac("sha256", key).update(text).digest("hex");
  return `${new URL(origin).origin}${path}?${asked}&X-Amz-Signature=${signature}`;
}

/** RFC 3986: what `encodeURIComponent` leaves alone is encoded too. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
