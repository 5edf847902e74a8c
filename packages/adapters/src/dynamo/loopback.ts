/** How the embedded store is reached, which checks no signature and is never far: without what the SDK does for the cloud. */
import { Agent, type IncomingMessage, request as send } from "node:http";
import { json } from "node:stream/consumers";
import type { DynamoDBClient, DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

interface Asked {
  readonly hostname: string;
  readonly port?: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** The form of a signature, which such a server insists on, without its substance. */
const signer = {
  async sign(request: Asked) {
    request.headers["x-amz-date"] = "20200101T000000Z";
    request.headers.authorization =
      "AWS4-HMAC-SHA256 Credential=local/20200101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=none";
    return request;
  },
};

/** Plain HTTP with keep-alive; silence for longer than `timeout` milliseconds is a TimeoutError. */
function handler(timeout: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  return {
    metadata: { handlerProtocol: "http/1.1" },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => agent.destroy(),
    handle: ({ hostname, port, method, path, headers, body }: Asked) =>
      new Promise((resolve, reject) => {
        const call = send({ agent, hostname, port, method, path, headers, timeout }, (answer) => {
          const { statusCode = 0 } = answer;
          resolve({ response: { statusCode, headers: answer.headers, body: answer } });
        });
        call.once("error", reject);
        call.once("timeout", () =>
          call.destroy(Object.assign(new Error("the store is silent"), { name: "TimeoutError" })),
        );
        call.end(body);
      }),
  };
}

/** Client options for such a server: together they halve what a small request takes. */
export function loopbackOptions(timeout: number): Pick<DynamoDBClientConfig, "signer" | "requestHandler"> {
  return { signer, requestHandler: handler(timeout) } as unknown as Pick<
    DynamoDBClientConfig,
    "signer" | "requestHandler"
  >;
}

interface Answer {
  readonly statusCode: number;
  readonly body: IncomingMessage;
}

/** What the client's protocol does with an answer; the rest of it is not of interest here. */
interface Reading {
  deserializeResponse(operation: unknown, context: unknown, answer: Answer): Promise<object>;
}

/**
 * What the server answers is taken as the JSON that it is. The client's own reading walks every value of every item along
 * a schema, to find bytes and dates that the house never stores; refusals are left to it, as they are few and have names.
 */
export function readPlainly(client: DynamoDBClient): void {
  const protocol = client.config.protocol as unknown as Reading;
  const readByShape = protocol.deserializeResponse.bind(protocol);
  protocol.deserializeResponse = async (operation, context, answer) =>
    answer.statusCode === 200
      ? { ...((await json(answer.body)) as object), $metadata: { httpStatusCode: answer.statusCode } }
      : readByShape(operation, context, answer);
}

/** Nobody there reads who we are, nor calls back. */
export function dropCloudMiddleware(client: DynamoDBClient): void {
  for (const name of ["getUserAgentMiddleware", "loggerMiddleware", "recursionDetectionMiddleware"])
    client.middlewareStack.remove(name);
}
