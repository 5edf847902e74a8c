import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bundle, bundleFunction } from "@multihelix/functions/build/bundle.ts";
import { entries } from "@multihelix/functions/build/entry.ts";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { resourcesOf, root, templatesOf } from "./deployed.ts";

/** What IAM asks for each command of the SDK that the house sends (AWS Service Authorization Reference). */
const actionsOf: Record<string, readonly string[]> = {
  GetItemCommand: ["dynamodb:GetItem"],
  BatchGetItemCommand: ["dynamodb:BatchGetItem"],
  QueryCommand: ["dynamodb:Query"],
  TransactWriteCommand: [
    "dynamodb:ConditionCheckItem",
    "dynamodb:DeleteItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
  ],
  PutCommand: ["dynamodb:PutItem"],
  UpdateCommand: ["dynamodb:UpdateItem"],
  DeleteCommand: ["dynamodb:DeleteItem"],
  StartExecutionCommand: ["states:StartExecution"],
  DescribeExecutionCommand: ["states:DescribeExecution"],
  StopExecutionCommand: ["states:StopExecution"],
  SendTaskSuccessCommand: ["states:SendTaskSuccess"],
  SendEmailCommand: ["ses:SendEmail"],
  GetSecretValueCommand: ["secretsmanager:GetSecretValue"],
};

/** Modules that sign their requests themselves, with what they ask for. */
const actionsOfSigning: Record<string, readonly string[]> = {
  "packages/adapters/src/s3/file-door.ts": ["s3:GetObject", "s3:PutObject"],
  "packages/adapters/src/s3/file-vault.ts": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
};

/** What Lambda itself does in the name of a function: log, trace, read the stream, put failures aside. */
const byLambda = [
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "xray:PutTraceSegments",
  "xray:PutTelemetryRecords",
  "dynamodb:DescribeStream",
  "dynamodb:GetRecords",
  "dynamodb:GetShardIterator",
  "dynamodb:ListStreams",
  "sqs:SendMessage",
];
/** Actions for which AWS knows no resource. */
const withoutResource = /^(xray:|logs:(\w*LogDeliver\w+|\w*ResourcePolic\w+|DescribeLogGroups)$)/;

const templates = templatesOf("example");
const statements = statementsByRole();
let bundles: Map<string, Bundle>;

beforeAll(async () => {
  const outDir = mkdtempSync(join(tmpdir(), "multihelix-bundles-"));
  const built = await Promise.all(entries.map((entry) => bundleFunction(entry, outDir)));
  bundles = new Map(built.map((bundle) => [bundle.entry.name, bundle]));
});

describe.each(entries.map(({ name }) => name))("the function %s", (name) => {
  test("may do exactly what its bundle calls (S11)", () => {
    const called = commandsIn(bundles.get(name)).flatMap(
      (command) => actionsOf[command] ?? [`nobody said what ${command} needs`],
    );
    const signed = (bundles.get(name)?.modules ?? []).flatMap((path) => actionsOfSigning[path] ?? []);
    const granted = statementsOf(name).flatMap(({ actions }) => actions);
    expect(sorted(granted.filter((action) => !byLambda.includes(action)))).toEqual(sorted([...called, ...signed]));
  });
});

test("a function that nothing wakes has no stream, and one that is only called puts nothing aside", () => {
  const extras = (name: string) =>
    sorted(statementsOf(name).flatMap(({ actions }) => actions.filter((action) => byLambda.includes(action))));
  const always = ["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];
  expect(extras("api")).toEqual(always);
  expect(extras("task")).toEqual(always);
  expect(extras("sweep")).toEqual(sorted([...always, "sqs:SendMessage"]));
  expect(extras("mail-returned")).toEqual(sorted([...always, "sqs:SendMessage"]));
  expect(extras("outbox")).toEqual(sorted(byLambda));
});

test("no role has an action with *, nor a resource * where AWS knows a narrower one (S11)", () => {
  for (const { role, actions, resources } of statements) {
    for (const action of actions) expect(action, role).not.toContain("*");
    const wide = resources.includes("*") ? actions : [];
    expect(
      wide.filter((action) => !withoutResource.test(action)),
      role,
    ).toEqual([]);
  }
});

test("a workflow may call one function: the one that does its tasks", () => {
  const machines = statements.filter(({ role }) => role.startsWith("voucher"));
  const invoking = machines.filter(({ actions }) => actions.includes("lambda:InvokeFunction"));
  expect(invoking.length).toBe(2);
  for (const { resources } of invoking) expect(resources).toEqual([expect.stringMatching(/^\{"Fn::GetAtt":\["task/)]);
});

test("every index that a function queries is named, and no other", () => {
  const indexes = (name: string) =>
    sorted(
      statementsOf(name)
        .flatMap(({ resources }) => resources)
        .flatMap((resource) => /index\/(\w+|\*)/.exec(resource)?.[1] ?? []),
    );
  expect(indexes("api")).toEqual(["due", "holder"]);
  expect(indexes("outbox")).toEqual(["due"]);
  expect(indexes("sweep")).toEqual(["due"]);
  expect(indexes("task")).toEqual([]);
  expect(indexes("mail-returned")).toEqual([]);
});

interface Statement {
  /** Logical id of the role. */
  role: string;
  actions: string[];
  /** ARNs as text; references as their JSON. */
  resources: string[];
}

function statementsByRole(): Statement[] {
  return resourcesOf(templates, "AWS::IAM::Policy").flatMap(({ resource }) => {
    const { Roles, PolicyDocument } = resource.Properties as unknown as {
      Roles: { Ref: string }[];
      PolicyDocument: { Statement: { Effect: string; Action: string | string[]; Resource: unknown }[] };
    };
    return PolicyDocument.Statement.flatMap(({ Effect, Action, Resource }) =>
      Effect !== "Allow"
        ? []
        : Roles.map(({ Ref }) => ({ role: Ref, actions: [Action].flat(), resources: [Resource].flat().map(textOf) })),
    );
  });
}

function statementsOf(name: string): Statement[] {
  const [found] = resourcesOf(templates, "AWS::Lambda::Function").filter(
    ({ resource }) => resource.Properties.FunctionName === `example-multihelix-${name}`,
  );
  const { Role } = (found?.resource.Properties ?? { Role: { "Fn::GetAtt": [""] } }) as {
    Role: { "Fn::GetAtt": [string] };
  };
  return statements.filter(({ role }) => role === Role["Fn::GetAtt"][0]);
}

function textOf(resource: unknown): string {
  return typeof resource === "string" ? resource : JSON.stringify(resource);
}

/** SDK commands that the house's own modules in a bundle import: what they can send. */
function commandsIn(bundle: Bundle | undefined): string[] {
  const own = (bundle?.modules ?? []).filter((path) => path.startsWith("packages/"));
  return [...new Set(own.flatMap((path) => importedFromSdk(join(root, path))))];
}

function importedFromSdk(path: string): string[] {
  const tree = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2024);
  return tree.statements.flatMap((statement) => {
    if (
      !ts.isImportDeclaration(statement) ||
      !(statement.moduleSpecifier as ts.StringLiteral).text.startsWith("@aws-sdk/")
    )
      return [];
    const named = statement.importClause?.namedBindings;
    const names = named !== undefined && ts.isNamedImports(named) ? named.elements : [];
    return names
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ propertyName, name }) => (propertyName ?? name).text)
      .filter((name) => name.endsWith("Command"));
  });
}

function sorted(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}
