/** The only place that makes a log group, and says how long logs are kept. */
import { RemovalPolicy } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Stage } from "./stage.ts";

/** A log group kept for three months. */
export function houseLog(scope: Construct, id: string, { stage, name }: { stage: Stage; name: string }): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName: name,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}
