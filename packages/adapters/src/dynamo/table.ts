/** The table's shape, for servers that no stack deploys to (one machine, tests). The data stack states the same. */
import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

export const tableShape = {
  AttributeDefinitions: ["pk", "sk", "hk", "hs", "dk", "ds"].map((name) => ({
    AttributeName: name,
    AttributeType: "S" as const,
  })),
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" as const },
    { AttributeName: "sk", KeyType: "RANGE" as const },
  ],
  GlobalSecondaryIndexes: [
    { IndexName: "holder", hash: "hk", range: "hs" },
    { IndexName: "due", hash: "dk", range: "ds" },
  ].map(({ IndexName, hash, range }) => ({
    IndexName,
    KeySchema: [
      { AttributeName: hash, KeyType: "HASH" as const },
      { AttributeName: range, KeyType: "RANGE" as const },
    ],
    Projection: { ProjectionType: "ALL" as const },
  })),
  BillingMode: "PAY_PER_REQUEST" as const,
};

/** Create the table if it is not there, and wait until it takes writes. */
export async function ensureTable(document: DynamoDBDocumentClient, table: string): Promise<"created" | "there"> {
  const client = document as unknown as DynamoDBClient;
  try {
    await client.send(new DescribeTableCommand({ TableName: table }));
    return "there";
  } catch (error) {
    if ((error as { name?: string }).name !== "ResourceNotFoundException") throw error;
  }
  await client.send(new CreateTableCommand({ TableName: table, ...tableShape }));
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    if (Table?.TableStatus === "ACTIVE") return "created";
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
