/** The one origin that people see: pages from a bucket, the API behind the same name. */
import { Annotations, CfnOutput, type Stack } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { type Api, apiPaths } from "./api.ts";
import { accept } from "./construct/accept.ts";
import { cdnFunction } from "./construct/cdn-function.ts";
import { accessLogBucket, houseBucket } from "./construct/house-bucket.ts";
import { nameOf } from "./construct/name.ts";
import { pageHeaders } from "./construct/page-header.ts";
import type { Place } from "./construct/place.ts";
import type { Stage } from "./construct/stage.ts";
import type { Data } from "./data.ts";

/** Set on the way from the CDN to the API; its value is known to nobody else. */
const cdnHeader = "x-multihelix-cdn";

export function defineWeb(stack: Stack, place: Place, data: Data, api: Api): void {
  const { stage } = place;
  const accessLog = accessLogBucket(stack, stage);
  const pages = houseBucket(stack, "pages", stage, {
    serverAccessLogsBucket: accessLog,
    serverAccessLogsPrefix: "pages/",
  });
  const toApi = apiBehaviour(stack, stage, data, api);
  const cdn = new Distribution(stack, "cdn", {
    comment: nameOf(stage, "cdn"),
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    defaultRootObject: "index.html",
    defaultBehavior: pageBehaviour(stack, stage, pages, data.files.bucketRegionalDomainName),
    additionalBehaviors: Object.fromEntries(apiPaths.map((path) => [`${path}/*`, toApi])),
    enableLogging: true,
    logBucket: accessLog,
    logFilePrefix: "cdn/",
    ...ownName(stack, stage),
  });
  acceptOf(cdn, stage);
  new CfnOutput(stack, "PagesBucket", { value: pages.bucketName });
  new CfnOutput(stack, "CdnHost", { value: cdn.distributionDomainName });
}

/** The single-page rewrite is here alone: on the whole distribution it would turn refusals of the API into pages. */
function pageBehaviour(stack: Stack, stage: Stage, pages: Bucket, filesHost: string): BehaviorOptions {
  return {
    // Allowed to list, S3 says of a file that is not there that it is not there, and not that it is forbidden.
    origin: S3BucketOrigin.withOriginAccessControl(pages, { originAccessLevels: [AccessLevel.READ, AccessLevel.LIST] }),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    compress: true,
    responseHeadersPolicy: pageHeaders(stack, stage, filesHost),
    functionAssociations: [
      { function: cdnFunction(stack, stage, "page-rewrite"), eventType: FunctionEventType.VIEWER_REQUEST },
    ],
  };
}

/** Nothing is kept; everything that the visitor sent goes on but the host, which names the CDN and not the API. */
function apiBehaviour(stack: Stack, stage: Stage, data: Data, api: Api): BehaviorOptions {
  return {
    origin: new HttpOrigin(api.host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      // Resolved by CloudFormation when it deploys: the template holds the name of the secret, not its value.
      customHeaders: { [cdnHeader]: data.cdnSecret.secretValue.unsafeUnwrap() },
    }),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    functionAssociations: [
      { function: cdnFunction(stack, stage, "viewer-address"), eventType: FunctionEventType.VIEWER_REQUEST },
    ],
  };
}

function ownName(stack: Stack, { origin, certificateArn }: Stage) {
  if (certificateArn === undefined) return {};
  return {
    domainNames: [new URL(origin).hostname],
    certificate: Certificate.fromCertificateArn(stack, "certificate", certificateArn),
  };
}

function acceptOf(cdn: Distribution, stage: Stage): void {
  const on = "2026-11-25";
  const list = "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk";
  Annotations.of(cdn).acknowledgeWarning(list, "No address reaches the bucket's list: / is the default root object");
  accept(cdn, "AwsSolutions-CFR1", on, "Parks and applicants may be anywhere: no country is shut out");
  accept(
    cdn,
    "AwsSolutions-CFR2",
    on,
    "Rates are limited by the API itself; a firewall is the operator's choice, and its cost",
  );
  if (stage.certificateArn === undefined) {
    accept(
      cdn,
      "AwsSolutions-CFR4",
      on,
      "Without a certificate the CDN's own name is used, and AWS sets its TLS versions",
    );
  }
}
