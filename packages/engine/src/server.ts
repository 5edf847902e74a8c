/** The only place that speaks HTTP: the Step Functions JSON 1.0 protocol on a loopback port, for the SDK as it is. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiError } from "./api-error.ts";
import { type Engine, type EngineApi, OPERATION_NAMES } from "./engine.ts";
import { parseJson } from "./json.ts";
import { type EngineLog, SILENT } from "./log.ts";

export interface ServeOptions {
  /** 0 or none: a free one. */
  readonly port?: number;
  /** A loopback address only: there is no sign-in on this port. */
  readonly host?: string;
  readonly log?: EngineLog;
}

export interface EngineServer {
  /** For `endpoint` of the SDK's client. */
  readonly url: string;
  /** Stop listening; resolves when the requests under way are answered. The engine runs on. */
  close(): Promise<void>;
}

const CONTENT_TYPE = "application/x-amz-json-1.0";
const TARGET = /^AWSStepFunctions\.([A-Z][A-Za-z]+)$/;
const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
/** Room for the largest payload, escaped, and the largest definition, escaped. */
const LARGEST_BODY_BYTES = 4_194_304;

/** @throws Error when the address is no loopback address, or the port is taken. */
export async function serveEngine(engine: Engine, options: ServeOptions = {}): Promise<EngineServer> {
  const { port = 0, host = "127.0.0.1", log = SILENT } = options;
  if (!LOOPBACK.includes(host))
    throw new Error(`the workflow engine is served on a loopback address only, not ${host}`);
  const server = createServer((request, response) => {
    void answer(engine, request, response, log);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const bound = server.address() as AddressInfo;
  return {
    url: `http://${host === "::1" ? "[::1]" : host}:${bound.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}

async function answer(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
  log: EngineLog,
): Promise<void> {
  try {
    const operation = operationOf(engine, request);
    const input = parseJson((await bodyOf(request)) || "{}");
    if (input === undefined) throw new ApiError("ValidationException", "the body is not JSON");
    send(response, 200, await operation(input));
  } catch (error) {
    if (error instanceof ApiError) {
      response.setHeader("x-amzn-ErrorType", error.type);
      return send(response, 400, { __type: error.type, message: error.message });
    }
    log.error("engine.request-failed", { target: request.headers["x-amz-target"] }, error);
    send(response, 500, { __type: "InternalFailure", message: "the workflow engine failed; see its log" });
  }
}

function operationOf(engine: Engine, request: IncomingMessage): (input: unknown) => Promise<unknown> {
  // A page in a browser can reach loopback, under a name of its own too: neither Host nor content type would be ours.
  const hostname = (request.headers.host ?? "").replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  const type = request.headers["content-type"] ?? "";
  const name = TARGET.exec(String(request.headers["x-amz-target"]))?.[1];
  if (!LOOPBACK.includes(hostname) || !type.startsWith(CONTENT_TYPE) || request.method !== "POST" || !name) {
    throw new ApiError("UnknownOperationException", "this port speaks the Step Functions API only");
  }
  const key = `${name[0]?.toLowerCase()}${name.slice(1)}`;
  if (!isOperation(key)) throw new ApiError("UnknownOperationException", `${name} is not supported`);
  return engine[key] as (input: unknown) => Promise<unknown>;
}

function isOperation(name: string): name is keyof EngineApi {
  return OPERATION_NAMES.includes(name);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw new ApiError("ValidationException", "the body is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": CONTENT_TYPE, "content-length": Buffer.byteLength(text) });
  response.end(text);
}
