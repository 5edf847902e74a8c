import { tableShape } from "@multihelix/adapters/dynamo/table.ts";
import { describe, expect, test } from "vitest";
import { type Resource, resourcesOf, templatesOf } from "./deployed.ts";

const kept = templatesOf("example");
const passing = templatesOf("ci");

describe("the table", () => {
  const [table] = resourcesOf(kept, "AWS::DynamoDB::Table").map(({ resource }) => resource) as [Resource];

  test("has the keys and indexes that the adapter expects", () => {
    const { KeySchema, GlobalSecondaryIndexes, BillingMode, AttributeDefinitions } = table.Properties;
    expect({ KeySchema, GlobalSecondaryIndexes, BillingMode }).toEqual({
      KeySchema: tableShape.KeySchema,
      GlobalSecondaryIndexes: tableShape.GlobalSecondaryIndexes,
      BillingMode: tableShape.BillingMode,
    });
    const byName = (list: unknown) =>
      [...(list as { AttributeName: string }[])].sort((a, b) => a.AttributeName.localeCompare(b.AttributeName));
    expect(byName(AttributeDefinitions)).toEqual(byName(tableShape.AttributeDefinitions));
  });

  test("forgets what expires, can be restored to any second of 35 days, is encrypted by KMS", () => {
    expect(table.Properties).toMatchObject({
      TimeToLiveSpecification: { AttributeName: "expires", Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { SSEEnabled: true },
    });
  });

  test("tells its stream keys only: what is in a case goes nowhere by itself", () => {
    expect(table.Properties).toMatchObject({ StreamSpecification: { StreamViewType: "KEYS_ONLY" } });
  });

  test("survives its stage and refuses to be deleted, unless the stage keeps nothing", () => {
    expect(table).toMatchObject({ DeletionPolicy: "Retain", Properties: { DeletionProtectionEnabled: true } });
    const [other] = resourcesOf(passing, "AWS::DynamoDB::Table");
    expect(other?.resource).toMatchObject({
      DeletionPolicy: "Delete",
      Properties: { DeletionProtectionEnabled: false },
    });
  });
});

test("every bucket is private, encrypted, and refuses plain HTTP", () => {
  const buckets = resourcesOf(kept, "AWS::S3::Bucket");
  const policies = resourcesOf(kept, "AWS::S3::BucketPolicy").map(({ resource }) =>
    JSON.stringify(resource.Properties),
  );
  expect(buckets.length).toBe(4);
  for (const { id, resource } of buckets) {
    expect(resource.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(resource.Properties).toHaveProperty("BucketEncryption");
    expect(policies.some((policy) => policy.includes(`"Ref":"${id}"`) && policy.includes("aws:SecureTransport"))).toBe(
      true,
    );
  }
});

test("files are versioned, and uploaded from our pages alone", () => {
  const files = resourcesOf(kept, "AWS::S3::Bucket").find(({ resource }) => "CorsConfiguration" in resource.Properties);
  expect(files?.resource.Properties).toMatchObject({
    VersioningConfiguration: { Status: "Enabled" },
    CorsConfiguration: { CorsRules: [{ AllowedOrigins: ["https://grants.example"] }] },
  });
});

test("no secret stands in a template: each is made by Secrets Manager, and survives its stage", () => {
  const secrets = resourcesOf(kept, "AWS::SecretsManager::Secret");
  expect(secrets.map(({ resource }) => resource.Properties.Name).sort()).toEqual([
    "example-multihelix-cdn",
    "example-multihelix-installation",
  ]);
  for (const { resource } of secrets) {
    expect(resource).toMatchObject({
      DeletionPolicy: "Retain",
      Properties: { GenerateSecretString: { PasswordLength: 64 } },
    });
    expect(resource.Properties).not.toHaveProperty("SecretString");
  }
});
