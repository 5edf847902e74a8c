/** The only place that makes a queue for events that failed for good; the alarm watches it. */
import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { accept } from "./accept.ts";
import { nameOf } from "./name.ts";
import type { Stage } from "./stage.ts";

/** Kept for 14 days, the longest that a queue keeps anything. */
export function failureQueue(scope: Construct, stage: Stage, part: string): Queue {
  const queue = new Queue(scope, `${part}-failures`, {
    queueName: nameOf(stage, `${part}-failures`),
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
  });
  accept(queue, "Serverless-SQSRedrivePolicy", "2026-11-25", "It is where failures end; the alarm calls people to it");
  return queue;
}
