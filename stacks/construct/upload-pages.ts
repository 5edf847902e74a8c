/** The only place that puts the built web app into its bucket; the emulator cannot, there the stage says so. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Duration } from "aws-cdk-lib";
import type { IDistribution } from "aws-cdk-lib/aws-cloudfront";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import type { Place } from "./place.ts";

/** Assets carry their hash in their name and are kept for ever by browsers; everything else is asked for each time. */
export function uploadPages(scope: Construct, { web }: Place, bucket: IBucket, distribution: IDistribution): void {
  if (!existsSync(join(web, "index.html")))
    throw new Error("The web app is not built: run npm run build, then deploy.");
  const assets = new BucketDeployment(scope, "upload-assets", {
    destinationBucket: bucket,
    sources: [Source.asset(web)],
    exclude: ["*"],
    include: ["assets/*"],
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    // Pages that are open still ask for the assets of the release before.
    prune: false,
    logRetention: RetentionDays.THREE_MONTHS,
  });
  const documents = new BucketDeployment(scope, "upload-documents", {
    destinationBucket: bucket,
    sources: [Source.asset(web, { exclude: ["assets"] })],
    cacheControl: [CacheControl.noCache()],
    prune: false,
    distribution,
    distributionPaths: ["/*"],
    logRetention: RetentionDays.THREE_MONTHS,
  });
  documents.node.addDependency(assets);
}
