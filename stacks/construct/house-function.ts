/** The only place that makes a Lambda: its runtime, memory, time, log, trace and a role of its own. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Duration } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { accept } from "./accept.ts";
import { houseLog } from "./house-log.ts";
import { nameOf } from "./name.ts";
import type { Stage } from "./stage.ts";

export interface HouseFunctionProps {
  readonly stage: Stage;
  /** Folder of all bundles. */
  readonly bundles: string;
  /** Name of the bundle, and of the function. */
  readonly entry: string;
  readonly does: string;
  readonly megabytes: number;
  readonly seconds: number;
  readonly environment: Record<string, string>;
  /** Where events go that nobody waits for and that failed three times; none for functions that are only called. */
  readonly failures?: IQueue;
}

export interface HouseFunction {
  readonly lambda: Lambda;
  readonly role: Role;
}

/** A function of the house. What it may do is granted by `grant.ts` on its role. */
export function houseFunction(scope: Construct, props: HouseFunctionProps): HouseFunction {
  const { stage, entry, bundles, failures } = props;
  const folder = join(bundles, entry);
  if (!existsSync(folder))
    throw new Error(`The function ${entry} is not built: run npm run build:functions, then deploy.`);
  const functionName = nameOf(stage, entry);
  const logGroup = houseLog(scope, `${entry}-log`, { stage, name: `/aws/lambda/${functionName}` });
  const role = new Role(scope, `${entry}-role`, {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    description: `What ${functionName} may do`,
  });
  role.addToPolicy(
    new PolicyStatement({ actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [logGroup.logGroupArn] }),
  );
  const lambda = new Lambda(scope, entry, {
    functionName,
    description: props.does,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(folder),
    handler: "index.handler",
    memorySize: props.megabytes,
    timeout: Duration.seconds(props.seconds),
    tracing: Tracing.ACTIVE,
    loggingFormat: LoggingFormat.JSON,
    logGroup,
    role,
    environment: props.environment,
    ...(failures === undefined ? {} : { deadLetterQueue: failures }),
  });
  accept(role, "AwsSolutions-IAM5", "2026-11-25", "AWS names no resource for traces", "Resource::*");
  if (failures === undefined) {
    accept(lambda, "Serverless-LambdaDLQ", "2026-11-25", "Only called: its caller hears of a failure and tries again");
  }
  return { lambda, role };
}
