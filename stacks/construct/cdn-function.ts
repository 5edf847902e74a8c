/** The only place with code that runs in the CDN: what it does to a request before it goes on. */
import { Function as CdnFunction, FunctionCode, FunctionRuntime } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { nameOf } from "./name.ts";
import type { Stage } from "./stage.ts";

/** Carries the visitor's address to the API; what the visitor sent under this name is overwritten. */
export const viewerHeader = "x-multihelix-viewer";

/** Every address of the web app that is no file is the app's one document. */
const pageRewrite = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (last.indexOf(".") < 0) request.uri = "/index.html";
  return request;
}`;

const viewerAddress = `function handler(event) {
  event.request.headers["${viewerHeader}"] = { value: event.viewer.ip };
  return event.request;
}`;

const codes = { "page-rewrite": pageRewrite, "viewer-address": viewerAddress };

export function cdnFunction(scope: Construct, stage: Stage, name: keyof typeof codes): CdnFunction {
  return new CdnFunction(scope, name, {
    functionName: nameOf(stage, name),
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(codes[name]),
  });
}
