/** The only place that makes a state machine: from the definition as data, with its log, its trace and a role of its own. */
import { RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { accept } from "./accept.ts";
import { houseLog } from "./house-log.ts";
import { nameOf } from "./name.ts";
import type { Stage } from "./stage.ts";

export interface StateMachineProps {
  readonly stage: Stage;
  readonly workflow: string;
  readonly definition: object;
  /** Does the tasks that the definition names; the definition calls it `${TaskFunction}`. */
  readonly task: IFunction;
}

/** A standard state machine. Its log has states and times, never the data of a case or a token. */
export function stateMachine(scope: Construct, { stage, workflow, definition, task }: StateMachineProps): StateMachine {
  const stateMachineName = nameOf(stage, workflow);
  const role = new Role(scope, `${workflow}-role`, {
    assumedBy: new ServicePrincipal("states.amazonaws.com"),
    description: `What the workflow ${stateMachineName} may do`,
  });
  role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [task.functionArn] }));
  const destination = houseLog(scope, `${workflow}-log`, { stage, name: `/aws/vendedlogs/states/${stateMachineName}` });
  const machine = new StateMachine(scope, workflow, {
    stateMachineName,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(JSON.stringify(definition)),
    definitionSubstitutions: { TaskFunction: task.functionArn },
    role,
    tracingEnabled: true,
    logs: { destination, level: LogLevel.ALL, includeExecutionData: false },
    // Running executions are people's open cases.
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  accept(
    role,
    "AwsSolutions-IAM5",
    "2026-11-25",
    "AWS names no resource for traces and for the delivery of logs",
    "Resource::*",
  );
  return machine;
}
