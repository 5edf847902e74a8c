/** Where the bucket of files is, and by which keys a function of this installation signs for it. */
import type { S3Credentials, S3Place } from "@multihelix/adapters/s3/presign.ts";
import type { Environment } from "./env.ts";

export const fileVariables = [
  "AWS_REGION",
  "FILES",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_ENDPOINT_URL",
] as const;

/** An endpoint of its own (an emulator) is asked by path, AWS by the bucket's own host. */
export function filePlaceOf(env: Environment<(typeof fileVariables)[number]>): [S3Place, S3Credentials] {
  const { FILES: bucket, AWS_REGION: region, AWS_ENDPOINT_URL: endpoint } = env;
  const origin =
    endpoint === undefined
      ? `https://${bucket}.s3.${region}.amazonaws.com`
      : `${endpoint.replace(/\/$/, "")}/${bucket}`;
  return [
    { bucket, region, origin },
    {
      accessKeyId: env.AWS_ACCESS_KEY_ID,
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
      sessionToken: env.AWS_SESSION_TOKEN,
    },
  ];
}
