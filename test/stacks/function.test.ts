import { describe, expect, test } from "vitest";
import { resourcesOf, templatesOf } from "./deployed.ts";

const templates = templatesOf("example");
const functions = resourcesOf(templates, "AWS::Lambda::Function").map(({ resource }) => resource.Properties);

describe("every function", () => {
  test("runs on Node 24 and arm64 from a zip, without layers and without a network of ours (P3)", () => {
    expect(functions.length).toBeGreaterThanOrEqual(4);
    for (const properties of functions) {
      expect(properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"], Handler: "index.handler" });
      expect(properties).toHaveProperty("Code.S3Bucket");
      expect(properties).not.toHaveProperty("Layers");
      expect(properties).not.toHaveProperty("VpcConfig");
    }
  });

  test("says its memory and its time (P3)", () => {
    for (const { MemorySize, Timeout, FunctionName } of functions) {
      expect(MemorySize, String(FunctionName)).toBeGreaterThanOrEqual(256);
      expect(Timeout, String(FunctionName)).toBeGreaterThan(3);
    }
  });

  test("is traced, and logs JSON into a group of its own that is kept for three months", () => {
    const groups = resourcesOf(templates, "AWS::Logs::LogGroup");
    for (const properties of functions) {
      expect(properties).toMatchObject({ TracingConfig: { Mode: "Active" }, LoggingConfig: { LogFormat: "JSON" } });
      const { LogGroup } = properties.LoggingConfig as { LogGroup: { Ref: string } };
      const group = groups.find(({ id }) => id === LogGroup.Ref);
      expect(group?.resource.Properties).toMatchObject({
        LogGroupName: `/aws/lambda/${String(properties.FunctionName)}`,
        RetentionInDays: 90,
      });
    }
  });

  test("has a role of its own", () => {
    const roles = functions.map(({ Role }) => (Role as { "Fn::GetAtt": string[] })["Fn::GetAtt"][0]);
    expect(new Set(roles).size).toBe(functions.length);
  });

  test("waits less than who calls it: 29 seconds of the HTTP API, 300 of a workflow's task", () => {
    const secondsOf = (name: string) =>
      functions.find(({ FunctionName }) => FunctionName === `example-multihelix-${name}`)?.Timeout;
    expect(secondsOf("api")).toBeLessThan(29);
    expect(secondsOf("task")).toBeLessThan(300);
  });
});

test("the outbox is woken by new effects alone, and by a schedule each minute", () => {
  const [mapping, ...others] = resourcesOf(templates, "AWS::Lambda::EventSourceMapping");
  expect(others).toEqual([]);
  const { Filters } = (mapping?.resource.Properties.FilterCriteria ?? { Filters: [] }) as {
    Filters: { Pattern: string }[];
  };
  expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
    { eventName: ["INSERT"], dynamodb: { Keys: { pk: { S: [{ prefix: "EFFECT#" }] } } } },
  ]);
  expect(mapping?.resource.Properties).toMatchObject({ BisectBatchOnFunctionError: true, StartingPosition: "LATEST" });
  expect(mapping?.resource.Properties).toHaveProperty("DestinationConfig.OnFailure.Destination");
  expect(rates()).toEqual(["rate(1 minute)", "rate(5 minutes)"]);
});

test("what a schedule could not deliver goes to the failure queue", () => {
  for (const { resource } of resourcesOf(templates, "AWS::Events::Rule")) {
    for (const target of resource.Properties.Targets as object[]) expect(target).toHaveProperty("DeadLetterConfig.Arn");
  }
});

function rates(): unknown[] {
  return resourcesOf(templates, "AWS::Events::Rule")
    .map(({ resource }) => resource.Properties.ScheduleExpression)
    .sort();
}
