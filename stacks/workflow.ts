/** Who waits for whom: the state machines, the function that does their tasks, the outbox and the sweep. */
import { definitions } from "@multihelix/workflow/definition.ts";
import { Duration, type Stack } from "aws-cdk-lib";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { failureQueue } from "./construct/failure-queue.ts";
import {
  grantFiles,
  grantMail,
  grantSecretsNamed,
  grantStore,
  grantStream,
  grantWorkflows,
} from "./construct/grant.ts";
import { type HouseFunction, houseFunction } from "./construct/house-function.ts";
import { machineArn, nameOf } from "./construct/name.ts";
import type { Place } from "./construct/place.ts";
import { stateMachine } from "./construct/state-machine.ts";
import type { Data } from "./data.ts";
import type { Mail } from "./mail.ts";

export interface Workflow {
  readonly functions: readonly HouseFunction[];
  readonly outbox: HouseFunction;
  readonly sweep: HouseFunction;
  readonly failures: Queue;
}

const workflows = Object.keys(definitions);

export function defineWorkflow(stack: Stack, place: Place, data: Data, mail: Mail): Workflow {
  const failures = failureQueue(stack, place.stage, "workflow");
  const task = defineTask(stack, place, data);
  for (const [workflow, definition] of Object.entries(definitions)) {
    stateMachine(stack, { stage: place.stage, workflow, definition, task: task.lambda });
  }
  const outbox = defineOutbox(stack, place, data, mail, failures);
  const sweep = defineSweep(stack, place, data, failures);
  return { functions: [task, outbox, sweep], outbox, sweep, failures };
}

function defineTask(stack: Stack, place: Place, data: Data): HouseFunction {
  const task = houseFunction(stack, {
    ...place,
    entry: "task",
    does: "Does the task that a state of a workflow names",
    megabytes: 512,
    seconds: 60,
    environment: { TABLE: data.table.tableName, VERSION: place.version },
  });
  grantStore(task.role, data.table, []);
  return task;
}

function defineOutbox(stack: Stack, place: Place, data: Data, mail: Mail, failures: Queue): HouseFunction {
  const machines = Object.fromEntries(
    workflows.map((workflow) => [workflow, machineArn(stack, place.stage, workflow)]),
  );
  const outbox = houseFunction(stack, {
    ...place,
    entry: "outbox",
    does: "Drives due effects: letters, starts and answers of workflows, seals, rows",
    megabytes: 512,
    seconds: 120,
    environment: {
      TABLE: data.table.tableName,
      VERSION: place.version,
      ORIGIN: place.stage.origin,
      MAIL_FROM: mail.from,
      MAIL_CONFIGURATION_SET: mail.configurationSetName,
      MACHINES: stack.toJsonString(machines),
      FILES: data.files.bucketName,
      TRANSLATION_KEYS: nameOf(place.stage, "translation-"),
    },
    failures,
  });
  grantStore(outbox.role, data.table, ["due"]);
  grantWorkflows(outbox.role, stack, place.stage, workflows);
  grantFiles(outbox.role, data.files, ["GetObject", "PutObject", "DeleteObject"]);
  grantSecretsNamed(outbox.role, stack, nameOf(place.stage, "translation-"));
  grantMail(outbox.role, mail.identityArn, mail.configurationSetArn);
  const eventSourceArn = streamOf(data);
  grantStream(outbox.role, eventSourceArn);
  outbox.lambda.addEventSourceMapping("stream", {
    eventSourceArn,
    startingPosition: StartingPosition.LATEST,
    batchSize: 100,
    retryAttempts: 2,
    bisectBatchOnError: true,
    maxRecordAge: Duration.hours(1),
    // Not CDK's own class, which grants more than sending; the role may send because the function puts failures aside.
    onFailure: { bind: () => ({ destination: failures.queueArn }) },
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual("INSERT"),
        dynamodb: { Keys: { pk: { S: FilterRule.beginsWith("EFFECT#") } } },
      }),
    ],
  });
  // The floor: what the stream missed, and what was put off, is met within a minute.
  every(stack, "outbox-schedule", Duration.minutes(1), outbox, failures);
  return outbox;
}

function streamOf({ table }: Data): string {
  if (table.tableStreamArn === undefined) throw new Error("The table has no stream.");
  return table.tableStreamArn;
}

function defineSweep(stack: Stack, place: Place, data: Data, failures: Queue): HouseFunction {
  const sweep = houseFunction(stack, {
    ...place,
    entry: "sweep",
    does: "Reminders, escalations, and silence that becomes an answer",
    megabytes: 512,
    seconds: 240,
    environment: { TABLE: data.table.tableName, VERSION: place.version },
    failures,
  });
  grantStore(sweep.role, data.table, ["due"]);
  every(stack, "sweep-schedule", Duration.minutes(5), sweep, failures);
  return sweep;
}

function every(stack: Stack, id: string, pause: Duration, target: HouseFunction, failures: Queue): void {
  new Rule(stack, id, {
    schedule: Schedule.rate(pause),
    targets: [
      new LambdaFunction(target.lambda, {
        event: RuleTargetInput.fromObject({ schedule: id }),
        deadLetterQueue: failures,
        retryAttempts: 1,
        maxEventAge: Duration.hours(1),
      }),
    ],
  });
}
