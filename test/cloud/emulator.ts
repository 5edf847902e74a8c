/** The only place that knows the AWS emulator: installs it once, starts it on loopback, reads what it keeps, ends it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type ChildGroup, startGroup } from "../fixture/child-group.ts";
import { installPython } from "../fixture/python.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const region = "eu-west-1";
const READY_WITHIN_MS = 30_000;

export interface EmulatorMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Seconds since 1970. */
  readonly at: number;
}

export interface Emulator {
  /** One endpoint for every AWS service, DynamoDB included. */
  readonly endpoint: string;
  readonly region: string;
  /** A folder that goes with it. */
  readonly folder: string;
  /** Environment for clients: endpoint, keys of nobody, region, Node 24 first in PATH. */
  readonly env: Record<string, string>;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Where an HTTP API answers, without a slash at the end. */
  apiUrl(apiId: string): string;
  /** Every mail that SES took, oldest first. */
  mails(): Promise<EmulatorMail[]>;
  lastWords(lines: number): string;
  /** Kill it with everything it started, and remove its files. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Start the emulator on a free loopback port; it keeps nothing on disk.
 *
 * @param say receives each line that it prints.
 */
export async function startEmulator(say?: (line: string) => void): Promise<Emulator> {
  const home = await installEmulator();
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "multihelix-emulator-"));
  // Workers are CommonJS scripts below this folder: a stranger's package.json above it must not make them modules.
  await writeFile(join(folder, "package.json"), "{}");
  const path = `${join(root, "node_modules/.bin")}:${process.env.PATH ?? "/usr/bin:/bin"}`;
  const group = startGroup([join(home, "bin/ministack")], {
    cwd: folder,
    env: {
      PATH: path,
      HOME: folder,
      TMPDIR: folder,
      BIND_HOST: "127.0.0.1",
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: region,
      SFN_WAIT_SCALE: "0",
      IOT_MTLS_ENABLED: "0",
      SFTP_ENABLED: "0",
    },
    ...(say === undefined ? {} : { say }),
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await group.kill();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await healthy(endpoint, group);
  } catch (error) {
    await stop();
    throw error;
  }
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return {
    endpoint,
    region,
    folder,
    credentials,
    env: {
      PATH: path,
      HOME: folder,
      TMPDIR: folder,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EC2_METADATA_DISABLED: "true",
      SST_TELEMETRY_DISABLED: "1",
      CI: "true",
    },
    apiUrl: (apiId) => `${endpoint}/_aws/execute-api/${apiId}`,
    mails: () => mailsOf(endpoint),
    lastWords: (lines) => group.lastWords(lines),
    stop,
  };
}

/** Its virtual environment. */
export function installEmulator(say: (line: string) => void = console.log): Promise<string> {
  return installPython("emulator", join(root, "test/cloud/requirements.txt"), say);
}

async function healthy(endpoint: string, group: ChildGroup): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  let over: number | undefined;
  void group.ended.then((code) => {
    over = code;
  });
  for (;;) {
    const answer = await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    );
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    if (over !== undefined || Date.now() > until) {
      throw new Error(
        `The AWS emulator did not start${over === undefined ? "" : ` (code ${over})`}:\n${group.lastWords(30)}`,
      );
    }
    await delay(50);
  }
}

interface KeptMail {
  MessageId: string;
  Source: string;
  To: string[];
  Subject: string;
  BodyText: string;
  BodyHtml: string | null;
  Timestamp: number;
}

async function mailsOf(endpoint: string): Promise<EmulatorMail[]> {
  const answer = await fetch(`${endpoint}/_ministack/ses/messages`);
  const { messages } = (await answer.json()) as { messages: Record<string, KeptMail[]> };
  return Object.values(messages)
    .flat()
    .map((kept) => ({
      id: kept.MessageId,
      from: kept.Source,
      to: kept.To,
      subject: kept.Subject,
      text: kept.BodyText,
      html: kept.BodyHtml,
      at: kept.Timestamp,
    }));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
