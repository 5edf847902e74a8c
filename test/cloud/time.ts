/** The only place that lets time pass in the cloud: deployed code has no settable clock, so tasks' instants move instead. */
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { dueIndex, duePartition } from "@multihelix/adapters/dynamo/key.ts";

const instants = ["due", "nextAt", "timeOut"] as const;
const lists = ["reminders", "escalations"] as const;

/** Bring every open task nearer by so many milliseconds, in the record and in the indexes. Returns how many there were. */
export async function bringNearer(
  client: DynamoDBDocumentClient,
  table: string,
  milliseconds: number,
): Promise<number> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: dueIndex,
      KeyConditionExpression: "dk = :task",
      ExpressionAttributeValues: { ":task": duePartition.task },
    }),
  );
  for (const item of Items) {
    const earlier = (text: unknown) => new Date(Date.parse(String(text)) - milliseconds).toISOString();
    const set: Record<string, unknown> = {};
    for (const name of instants) if (item[name] !== undefined) set[name] = earlier(item[name]);
    for (const name of lists) if (Array.isArray(item[name])) set[name] = item[name].map(earlier);
    const keys = { ds: set.nextAt, hs: set.due };
    await client.send(updateOf(table, item, { ...set, ...keys }));
  }
  return Items.length;
}

function updateOf(table: string, item: Record<string, unknown>, set: Record<string, unknown>): UpdateCommand {
  const fields = Object.entries(set).filter(([, value]) => value !== undefined);
  return new UpdateCommand({
    TableName: table,
    Key: { pk: item.pk, sk: item.sk },
    UpdateExpression: `SET ${fields.map((_, index) => `#n${index} = :v${index}`).join(", ")}`,
    // Somebody answered meanwhile: the task is not open any more and stays as it is.
    ConditionExpression: "#status = :open",
    ExpressionAttributeNames: {
      "#status": "status",
      ...Object.fromEntries(fields.map(([name], index) => [`#n${index}`, name])),
    },
    ExpressionAttributeValues: {
      ":open": "open",
      ...Object.fromEntries(fields.map(([, value], index) => [`:v${index}`, value])),
    },
  });
}
