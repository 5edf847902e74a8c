/** The only place that makes a bucket: private, encrypted, TLS only, its access logged. */
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { Stage } from "./stage.ts";

/** A private bucket. Where the stage keeps its data, it survives the stage; elsewhere it goes with it, once it is empty. */
export function houseBucket(scope: Construct, id: string, stage: Stage, props: BucketProps = {}): Bucket {
  return new Bucket(scope, id, {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    ...props,
  });
}

/** Where other buckets and the CDN write who asked for what; kept for three months. */
export function accessLogBucket(scope: Construct, stage: Stage): Bucket {
  return houseBucket(scope, "access-log", stage, {
    // The CDN writes its log by access control lists.
    objectOwnership: ObjectOwnership.OBJECT_WRITER,
    lifecycleRules: [{ expiration: Duration.days(90) }],
  });
}
