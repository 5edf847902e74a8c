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
import { nameOf } from "./construct/name.ts";
import type { Stage } from "./construct/stage.ts";

export interface Mail {
  readonly from: string;
  readonly identityArn: string;
  readonly configurationSetName: string;
  readonly configurationSetArn: string;
  /** Bounces, complaints and refusals of mails, as SES tells them. */
  readonly returned: Topic;
}

export function defineMail(stack: Stack, stage: Stage): Mail {
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
  return {
    from: stage.mailFrom,
    identityArn: identity.emailIdentityArn,
    configurationSetName,
    configurationSetArn: stack.formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: configurationSetName,
    }),
    returned,
  };
}
