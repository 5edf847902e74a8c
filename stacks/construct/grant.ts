/** The only place that knows which IAM actions a call needs: functions are granted calls by name, never `*`. */
import { Stack } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { type IRole, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { accept } from "./accept.ts";
import { executionArns, machineArn } from "./name.ts";
import type { Stage } from "./stage.ts";

/** Strong reads and the one transaction of the store; queries on the named indexes besides. */
export function grantStore(role: IRole, table: Table, indexes: readonly ("holder" | "due")[]): void {
  allow(role, ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"], [table.tableArn]);
  // A transaction is allowed by what it consists of.
  allow(
    role,
    ["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
    [table.tableArn],
  );
  if (indexes.length > 0)
    allow(
      role,
      ["dynamodb:Query"],
      indexes.map((index) => `${table.tableArn}/index/${index}`),
    );
}

/** What Lambda itself asks in the name of a function that a stream wakes. */
export function grantStream(role: IRole, streamArn: string): void {
  allow(
    role,
    ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
    [streamArn],
  );
}

/** Start, look at, stop and answer executions of these workflows. */
export function grantWorkflows(role: IRole, scope: Construct, stage: Stage, workflows: readonly string[]): void {
  const machines = workflows.map((workflow) => machineArn(scope, stage, workflow));
  const executions = workflows.map((workflow) => executionArns(scope, stage, workflow));
  allow(role, ["states:StartExecution", "states:SendTaskSuccess"], machines);
  allow(role, ["states:DescribeExecution", "states:StopExecution"], executions);
  const names = { regex: "/^Resource::arn:<AWS::Partition>:states:.+:execution:[a-z0-9-]+:\\*$/" };
  accept(
    role,
    "AwsSolutions-IAM5",
    "2026-11-25",
    "Executions are named after cases: all of one workflow, and of no other",
    names,
  );
}

/** Send mail as one identity through one configuration set. */
export function grantMail(role: IRole, identityArn: string, configurationSetArn: string): void {
  allow(role, ["ses:SendEmail"], [identityArn, configurationSetArn]);
}

/** Read secrets whose value Secrets Manager made. */
export function grantSecrets(role: IRole, secrets: readonly Secret[]): void {
  allow(
    role,
    ["secretsmanager:GetSecretValue"],
    secrets.map(({ secretArn }) => secretArn),
  );
}

/** Read the secrets that operators make under names which begin so. */
export function grantSecretsNamed(role: IRole, scope: Construct, prefix: string): void {
  const { partition, region, account } = Stack.of(scope);
  allow(
    role,
    ["secretsmanager:GetSecretValue"],
    [`arn:${partition}:secretsmanager:${region}:${account}:secret:${prefix}*`],
  );
  accept(
    role,
    "AwsSolutions-IAM5",
    "2026-11-26",
    "Operators make a secret per park under this prefix, and Secrets Manager ends its name at random",
    { regex: `/^Resource::arn:<AWS::Partition>:secretsmanager:.+:secret:${prefix}\\*$/` },
  );
}

/** The calls named, on the objects of the bucket and on nothing else of it. */
export function grantFiles(
  role: IRole,
  bucket: Bucket,
  calls: readonly ("GetObject" | "PutObject" | "DeleteObject")[],
): void {
  allow(
    role,
    calls.map((call) => `s3:${call}`),
    [bucket.arnForObjects("*")],
  );
  accept(
    role,
    "AwsSolutions-IAM5",
    "2026-11-25",
    "Files are objects of this bucket, named after cases and files that come to be later: all of it, and of no other",
    { regex: "/^Resource::.*files[\\w.]+>?/\\*$/" },
  );
}

function allow(role: IRole, actions: string[], resources: string[]): void {
  role.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
}
