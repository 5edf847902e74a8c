/** The only place that says which headers guard the deployed pages. The server of one machine sends the same. */
import { Duration } from "aws-cdk-lib";
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { nameOf } from "./name.ts";
import type { Stage } from "./stage.ts";

/** No inline script or style, nothing from elsewhere, never in a frame. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** @param filesHost where browsers send files, besides the pages' own origin */
export function pageHeaders(scope: Construct, stage: Stage, filesHost: string): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, "page-headers", {
    responseHeadersPolicyName: nameOf(stage, "page-headers"),
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: contentSecurityPolicy.replace(
          "connect-src 'self'",
          `connect-src 'self' https://${filesHost}`,
        ),
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
  });
}
