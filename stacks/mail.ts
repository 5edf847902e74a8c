/** How mail leaves, and how the house hears of mail that came back. */
import type { Stack } from "aws-cdk-lib";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { failureQueue } from "./construct/failure-queue.ts";
import { grantStore } from "./construct/grant.ts";
import { type HouseFunction, houseFunction } from "./construct/house-function.ts";
import { nameOf } from "./construct/name.ts";
import type { Place } from "./construct/place.ts";
import type { Data } from "./data.ts";

export interface Mail {
  readonly functions: readonly HouseFunction[];
  readonly failures: Queue;
  readonly from: string;
  readonly identityArn: string;
  readonly configurationSetName: string;
  readonly configurationSetArn: string;
}

export function defineMail(stack: Stack, place: Place, data: Data): Mail {
  const { stage } = place;
  const domain = stage.mailFrom.replace(/^.*@([^@>]+)>$/, "$1");
  const configurationSetName = nameOf(stage, "mail");
  const set = new ConfigurationSet(stack, "set", {
    configurationSetName,
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
  });
  const identity = new EmailIdentity(stack, "identity", { identity: Identity.domain(domain), configurationSet: set });
  const returned = new Topic(stack, "returned", { topicName: nameOf(stage, "mail-returned"), enforceSSL: true });
  set.addEventDestination("returned", {
    destination: EventDestination.snsTopic(returned),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  const failures = failureQueue(stack, stage, "mail");
  return {
    functions: [defineReturned(stack, place, data, returned, failures)],
    failures,
    from: stage.mailFrom,
    identityArn: identity.emailIdentityArn,
    configurationSetName,
    configurationSetArn: stack.formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: configurationSetName,
    }),
  };
}

/** What came back is marked on the letter, where people see it. */
function defineReturned(stack: Stack, place: Place, data: Data, topic: Topic, failures: Queue): HouseFunction {
  const returned = houseFunction(stack, {
    ...place,
    entry: "mail-returned",
    does: "Marks letters that came back",
    megabytes: 256,
    seconds: 30,
    environment: { TABLE: data.table.tableName, VERSION: place.version },
    failures,
  });
  grantStore(returned.role, data.table, []);
  topic.addSubscription(new LambdaSubscription(returned.lambda, { deadLetterQueue: failures }));
  return returned;
}
