/** What the house keeps: one table, the bucket of files, the installation's secrets. */
import { CfnOutput, Duration, RemovalPolicy, type Stack } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { type Bucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { accept } from "./construct/accept.ts";
import { accessLogBucket, houseBucket } from "./construct/house-bucket.ts";
import { nameOf } from "./construct/name.ts";
import type { Stage } from "./construct/stage.ts";

export interface Data {
  readonly table: Table;
  readonly files: Bucket;
  /** What the secrets of the installation derive from. */
  readonly installationSecret: Secret;
  /** The word by which the API knows the CDN. */
  readonly cdnSecret: Secret;
}

export function defineData(stack: Stack, stage: Stage): Data {
  const accessLog = accessLogBucket(stack, stage);
  const table = defineTable(stack, stage);
  new CfnOutput(stack, "TableName", { value: table.tableName });
  return {
    table,
    files: houseBucket(stack, "files", stage, {
      versioned: true,
      serverAccessLogsBucket: accessLog,
      serverAccessLogsPrefix: "files/",
      // What was sent and never looked at; of what is kept, nothing ever goes by itself.
      lifecycleRules: [
        { prefix: "quarantine/", expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
      ],
      cors: [
        {
          allowedOrigins: [stage.origin],
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedHeaders: ["content-type"],
          maxAge: 3600,
        },
      ],
    }),
    installationSecret: defineSecret(
      stack,
      stage,
      "installation",
      "Signs cursors and seals second factors: lost, everybody enrols anew",
    ),
    cdnSecret: defineSecret(stack, stage, "cdn", "Proves to the API that a request came through the CDN"),
  };
}

/** One table for everything; `h*` finds what is wanted from a holder, `d*` what falls due. */
function defineTable(stack: Stack, stage: Stage): Table {
  const table = new Table(stack, "table", {
    partitionKey: text("pk"),
    sortKey: text("sk"),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    timeToLiveAttribute: "expires",
    // The stream only wakes the driver of effects, which reads the truth itself.
    stream: StreamViewType.KEYS_ONLY,
    deletionProtection: stage.keepsData,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  for (const [indexName, hash, range] of [
    ["holder", "hk", "hs"],
    ["due", "dk", "ds"],
  ] as const) {
    table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: text(hash),
      sortKey: text(range),
      projectionType: ProjectionType.ALL,
    });
  }
  return table;
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}

function defineSecret(stack: Stack, stage: Stage, part: string, description: string): Secret {
  const secret = new Secret(stack, `${part}-secret`, {
    secretName: nameOf(stage, part),
    description,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  accept(
    secret,
    "AwsSolutions-SMG4",
    "2026-11-25",
    "A new key would make every sealed second factor unreadable; it is changed by a run that seals them anew",
  );
  return secret;
}
