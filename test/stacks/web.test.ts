import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { cdnHeader, viewerHeader } from "@multihelix/functions/client-address.ts";
import { contentSecurityPolicy } from "@multihelix/local/web.ts";
import { describe, expect, test } from "vitest";
import { cacheControlOf, pagesIn } from "../../stacks/upload.ts";
import { type Resource, resourcesOf, templatesOf } from "./deployed.ts";

const templates = templatesOf("example");

/** Ids of AWS's own policies, as its documentation lists them. */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const allViewerExceptHost = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

interface Behaviour {
  PathPattern?: string;
  TargetOriginId: string;
  CachePolicyId: unknown;
  OriginRequestPolicyId?: unknown;
  AllowedMethods?: string[];
  ViewerProtocolPolicy: string;
  FunctionAssociations: { EventType: string; FunctionARN: { "Fn::GetAtt": [string, string] } }[];
}

const [cdn] = resourcesOf(templates, "AWS::CloudFront::Distribution").map(({ resource }) => resource) as [Resource];
const config = cdn.Properties.DistributionConfig as {
  CacheBehaviors: Behaviour[];
  DefaultCacheBehavior: Behaviour;
  CustomErrorResponses?: unknown;
  Origins: { Id: string; OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }[];
  Aliases?: string[];
};

describe("the API behind the CDN", () => {
  test("is everything below /api, /common-grants and /open-data", () => {
    expect(config.CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      "/api/*",
      "/common-grants/*",
      "/open-data/*",
    ]);
  });

  test("is never cached, takes every method, and gets all that the visitor sent but the host", () => {
    for (const behaviour of config.CacheBehaviors) {
      expect(behaviour).toMatchObject({
        CachePolicyId: cachingDisabled,
        OriginRequestPolicyId: allViewerExceptHost,
        ViewerProtocolPolicy: "https-only",
      });
      expect(behaviour.AllowedMethods).toEqual(expect.arrayContaining(["GET", "POST", "PUT", "DELETE"]));
    }
  });

  test("is told the visitor's address, whatever the visitor said of it", () => {
    for (const behaviour of config.CacheBehaviors) {
      const forged = { uri: "/api/health", headers: { [viewerHeader]: { value: "203.0.113.9" } } };
      expect(run(behaviour, forged, "198.51.100.7").headers).toEqual({ [viewerHeader]: { value: "198.51.100.7" } });
    }
  });

  test("knows the CDN by a word that CloudFormation fetches when it deploys", () => {
    const header = config.Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
    expect(header.map(({ HeaderName }) => HeaderName)).toEqual([cdnHeader]);
    expect(JSON.stringify(header[0]?.HeaderValue)).toContain("{{resolve:secretsmanager:");
  });

  test("is behind the same three paths in the HTTP API", () => {
    const routes = resourcesOf(templates, "AWS::ApiGatewayV2::Route").map(
      ({ resource }) => resource.Properties.RouteKey,
    );
    expect(routes.sort()).toEqual(["ANY /api/{proxy+}", "ANY /common-grants/{proxy+}", "ANY /open-data/{proxy+}"]);
  });
});

describe("the pages", () => {
  test("every address of the app is its one document, files are themselves", () => {
    const ways = {
      "/": "/index.html",
      "/cases/vch_1/": "/index.html",
      "/sign-in": "/index.html",
      "/assets/a-1.js": "/assets/a-1.js",
    };
    for (const [uri, wanted] of Object.entries(ways)) {
      expect(run(config.DefaultCacheBehavior, { uri, headers: {} }, "198.51.100.7").uri).toBe(wanted);
    }
  });

  test("a refusal of the API never becomes a page: nothing is rewritten on the whole distribution", () => {
    expect(config.CustomErrorResponses).toBeUndefined();
    for (const behaviour of config.CacheBehaviors) {
      expect(run(behaviour, { uri: "/api/cases", headers: {} }, "198.51.100.7").uri).toBe("/api/cases");
    }
  });

  test("are guarded by the same policy as on one machine (S8)", () => {
    const [policy] = resourcesOf(templates, "AWS::CloudFront::ResponseHeadersPolicy");
    expect(policy?.resource.Properties).toMatchObject({
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: "DENY" },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
        },
      },
    });
    // Files go to the bucket itself; everything else is word for word the same.
    const told = JSON.stringify(policy?.resource.Properties);
    const [before = "", after = ""] = contentSecurityPolicy.split("connect-src 'self'");
    expect(told).toContain(`${before}connect-src 'self' https://`);
    expect(told).toContain(after);
    expect(contentSecurityPolicy).not.toContain("unsafe");
  });

  test("are served under the stage's own name, over TLS 1.2 and later", () => {
    expect(config.Aliases).toEqual(["grants.example"]);
    expect(config).toMatchObject({ ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" } });
  });

  test("are uploaded after the assets that they name, and asked for each time; assets are kept for ever", () => {
    const folder = mkdtempSync(join(tmpdir(), "multihelix-pages-"));
    mkdirSync(join(folder, "assets"));
    for (const file of [".stamp", "index.html", "favicon.svg", "assets/b-2.css", "assets/a-1.js"])
      writeFileSync(join(folder, file), "");
    expect(pagesIn(folder)).toEqual(["assets/a-1.js", "assets/b-2.css", "favicon.svg", "index.html"]);
    expect(cacheControlOf("assets/a-1.js")).toContain("immutable");
    expect(cacheControlOf("index.html")).toBe("no-cache");
  });
});

test("the API believes one origin: that of the pages", () => {
  const [api] = resourcesOf(templates, "AWS::Lambda::Function").filter(({ stack }) => stack === "api");
  expect(api?.resource.Properties).toMatchObject({ Environment: { Variables: { ORIGIN: "https://grants.example" } } });
});

interface CdnRequest {
  uri: string;
  headers: Record<string, { value: string }>;
}

/** Run the function that a behaviour has on a visitor's request, as the CDN would. */
function run(behaviour: Behaviour, request: CdnRequest, ip: string): CdnRequest {
  const [association, ...others] = behaviour.FunctionAssociations;
  expect(others).toEqual([]);
  const id = association?.FunctionARN["Fn::GetAtt"][0];
  const found = resourcesOf(templates, "AWS::CloudFront::Function").find((candidate) => candidate.id === id);
  const context = createContext({ event: { request, viewer: { ip } } });
  const answer = runInContext(
    `${String(found?.resource.Properties.FunctionCode)}; JSON.stringify(handler(event))`,
    context,
  );
  return JSON.parse(answer as string) as CdnRequest;
}
