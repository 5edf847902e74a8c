/** Everything that is stored, as text, to show that nothing was. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { createDynamoClient } from "@multihelix/adapters/dynamo/client.ts";
import { canonicalJson } from "@multihelix/core/kernel/canonical-json.ts";

type DynamoClient = ReturnType<typeof createDynamoClient>;

/** Key → item, but for sessions: reading renews them. */
export async function wholeTable(client: DynamoClient): Promise<Record<string, string>> {
  const items: Record<string, string> = {};
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: "multihelix", ...(start === undefined ? {} : { ExclusiveStartKey: start }) }),
    );
    for (const item of page.Items ?? [])
      if (item["type"] !== "session" && item["type"] !== "sessionRef")
        items[`${item["pk"]} ${item["sk"]}`] = canonicalJson(item);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

/** Keys of items that came (+), went (-) or changed (~). */
export function differences(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    if (before[key] === after[key]) return [];
    if (before[key] === undefined) return [`+ ${key}`];
    return [`${after[key] === undefined ? "-" : "~"} ${key}`];
  });
}
