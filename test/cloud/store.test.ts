import { createDynamoClient } from "@multihelix/adapters/dynamo/client.ts";
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import { beforeAll, describe } from "vitest";
import { storeContract } from "../fixture/store-contract.ts";
import { runningEmulator } from "./running.ts";

const client = createDynamoClient(runningEmulator());
const table = "contract";

beforeAll(() => ensureTable(client, table));

describe("the store contract on the AWS emulator's DynamoDB", () => {
  storeContract(() => createDynamoStore(client, table));
});
