/** The HTTP API and the function behind it. */
import { CfnOutput, Duration, type Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { accept } from "./construct/accept.ts";
import { grantFiles, grantSecrets, grantStore } from "./construct/grant.ts";
import { type HouseFunction, houseFunction } from "./construct/house-function.ts";
import { houseLog } from "./construct/house-log.ts";
import { nameOf } from "./construct/name.ts";
import type { Place } from "./construct/place.ts";
import type { Data } from "./data.ts";

/** What the API answers; everything else of the origin is the web app's. */
export const apiPaths = ["/api", "/common-grants", "/open-data"] as const;

export interface Api {
  readonly functions: readonly HouseFunction[];
  readonly http: HttpApi;
  /** Host of the API itself, behind the CDN. */
  readonly host: string;
}

export function defineApi(stack: Stack, place: Place, data: Data): Api {
  const api = houseFunction(stack, {
    ...place,
    entry: "api",
    does: "Answers the HTTP API",
    megabytes: 1024,
    seconds: 28,
    environment: {
      TABLE: data.table.tableName,
      VERSION: place.version,
      ORIGIN: place.stage.origin,
      INSTALLATION_SECRET: data.installationSecret.secretArn,
      CDN_SECRET: data.cdnSecret.secretArn,
      FILES: data.files.bucketName,
    },
  });
  grantStore(api.role, data.table, ["holder", "due"]);
  grantSecrets(api.role, [data.installationSecret, data.cdnSecret]);
  // In their name browsers send and fetch.
  grantFiles(api.role, data.files, ["GetObject", "PutObject"]);
  const http = defineHttp(stack, place, api);
  new CfnOutput(stack, "ApiId", { value: http.apiId });
  new CfnOutput(stack, "ApiFunction", { value: api.lambda.functionName });
  return { functions: [api], http, host: `${http.apiId}.execute-api.${stack.region}.${stack.urlSuffix}` };
}

function defineHttp(stack: Stack, { stage }: Place, { lambda }: HouseFunction): HttpApi {
  const http = new HttpApi(stack, "http", { apiName: nameOf(stage, "api"), createDefaultStage: false });
  const integration = new HttpLambdaIntegration("function", lambda, { timeout: Duration.seconds(29) });
  for (const path of apiPaths) http.addRoutes({ path: `${path}/{proxy+}`, methods: [HttpMethod.ANY], integration });
  http.addStage("stage", {
    stageName: "$default",
    autoDeploy: true,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(
        houseLog(stack, "access-log", { stage, name: `/aws/vendedlogs/api/${nameOf(stage, "api")}` }),
      ),
      // No query strings and no headers: they may hold what only the person may see.
      format: AccessLogFormat.custom(
        JSON.stringify({
          requestId: "$context.requestId",
          at: "$context.requestTime",
          route: "$context.routeKey",
          status: "$context.status",
          milliseconds: "$context.responseLatency",
          bytes: "$context.responseLength",
          address: "$context.identity.sourceIp",
        }),
      ),
    },
  });
  accept(
    http,
    "AwsSolutions-APIG4",
    "2026-11-25",
    "Sessions are checked by the function: sign-in itself is a route of this API",
  );
  return http;
}
