/** The DynamoDB client as the house uses it: short timeouts, few retries of its own, undefined fields dropped. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dropCloudMiddleware, loopbackOptions, readPlainly } from "./loopback.ts";

export interface DynamoOptions {
  region: string;
  /** Another server than AWS. */
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** The endpoint is the embedded store on the loopback. */
  embedded?: boolean;
}

const requestTimeout = 8000;
const cloudHandler = {
  connectionTimeout: 2000,
  requestTimeout,
  httpsAgent: { maxSockets: 100 },
  httpAgent: { maxSockets: 100 },
};

/** A document client. `perform` owns the retries that matter; the client tries three times for throttling. */
export function createDynamoClient(options: DynamoOptions): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    region: options.region,
    maxAttempts: 3,
    ...(options.embedded === true ? loopbackOptions(requestTimeout) : { requestHandler: cloudHandler }),
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
  });
  if (options.embedded === true) {
    dropCloudMiddleware(client);
    readPlainly(client);
  }
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  // Its own closes nothing: the connections are the inner client's.
  document.destroy = () => client.destroy();
  return document;
}
