/** When people are called: work that gave up, work that stands still, functions that fail. */
import { Duration, type Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Api } from "./api.ts";
import { accept } from "./construct/accept.ts";
import { nameOf } from "./construct/name.ts";
import type { Stage } from "./construct/stage.ts";
import type { Mail } from "./mail.ts";
import type { Workflow } from "./workflow.ts";

export function defineAlarm(stack: Stack, stage: Stage, mail: Mail, workflow: Workflow, api: Api): void {
  const topic = new Topic(stack, "alarm", { topicName: nameOf(stage, "alarm"), enforceSSL: true });
  if (stage.alarmMail !== undefined) {
    topic.addSubscription(new EmailSubscription(stage.alarmMail));
    const reason = "An alarm that cannot be mailed stays red in the console";
    accept(topic, "Serverless-SNSRedrivePolicy", "2026-11-25", reason);
  }
  const minutes = (count: number) => Duration.minutes(count);
  const call = (id: string, says: string, metric: IMetric, when: Partial<When> = {}) => {
    const alarm = new Alarm(stack, id, {
      alarmName: nameOf(stage, id),
      alarmDescription: says,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...when,
    });
    alarm.addAlarmAction(new SnsAction(topic));
  };

  call(
    "effect-parked",
    "An effect gave up: look at its reason, mend it, retry it",
    logged(stack, stage, workflow, "effect.parked"),
  );
  for (const [part, { failures }] of Object.entries({ mail, workflow })) {
    const waiting = failures.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: minutes(5) });
    call(`${part}-failures`, `Events that nobody could handle wait in the failure queue of ${part}`, waiting);
  }
  call(
    "sweep-silent",
    "No sweep for a quarter of an hour: deadlines do not fall due",
    workflow.sweep.lambda.metricInvocations({ period: minutes(15) }),
    { comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD, treatMissingData: TreatMissingData.BREACHING },
  );
  call(
    "outbox-late",
    "The table's stream is read more than five minutes late",
    workflow.outbox.lambda.metric("IteratorAge", { statistic: Stats.MAXIMUM, period: minutes(5) }),
    { threshold: minutes(5).toMilliseconds() },
  );
  for (const { lambda } of [...mail.functions, ...workflow.functions, ...api.functions]) {
    const entry = lambda.node.id;
    call(`${entry}-errors`, `The function ${entry} fails`, lambda.metricErrors({ period: minutes(5) }), {
      threshold: 3,
    });
    call(
      `${entry}-throttles`,
      `The function ${entry} is refused by AWS`,
      lambda.metricThrottles({ period: minutes(5) }),
      { threshold: 5 },
    );
  }
  call("api-faults", "The API answers with faults", api.http.metricServerError({ period: minutes(5) }), {
    threshold: 5,
  });
}

interface When {
  readonly threshold: number;
  readonly comparisonOperator: ComparisonOperator;
  readonly treatMissingData: TreatMissingData;
}

/** Lines of the outbox's log with this event. */
function logged(stack: Stack, stage: Stage, { outbox }: Workflow, event: string): IMetric {
  return new MetricFilter(stack, "effect-parked-lines", {
    logGroup: outbox.lambda.logGroup,
    filterPattern: FilterPattern.stringValue("$.message", "=", event),
    metricNamespace: nameOf(stage, "outbox"),
    metricName: "parked",
    metricValue: "1",
  }).metric({ statistic: Stats.SUM, period: Duration.minutes(5) });
}
