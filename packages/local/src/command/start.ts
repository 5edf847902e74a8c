/** `multihelix start`: serves web and API on one loopback port until it is told to stop. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { crashPointOf, withCrashPoint } from "../crash-point.ts";
import { createLog } from "../log.ts";
import { startProduct } from "../product.ts";
import { StartError } from "../start-error.ts";
import type { Command } from "./list.ts";

const help = `multihelix start [options]

  --port N          port on the loopback interface (default 8080, or PORT)
  --data DIR        folder of the data (default .multihelix)
  --empty           nothing on an empty data folder
  --no-cases        on an empty data folder, people and calls without cases
  --production      no demonstration mode: needs --origin and a mail server
  --origin URL      public https origin, behind a TLS proxy
  --proxy-header H  header in which that proxy writes the client's address, e.g. X-Forwarded-For
  --verbose         show everything that is logged

MULTIHELIX_SCANNER names a program that reads a file from its standard input and ends with 0 (clean) or 1 (harmful),
such as "clamdscan --no-summary -". Without one, files are marked as not scanned.
`;

export const start: Command = {
  summary: "serve the web app and the API on this machine",
  async run(words) {
    const began = performance.now();
    const options = parse(words);
    if (options.help === true) {
      process.stdout.write(help);
      return 0;
    }
    const demo = options.production !== true;
    const origin = options.origin === undefined ? undefined : originOf(options.origin);
    if (!demo && origin === undefined)
      throw new StartError("--production needs --origin: the https address at which people reach it.", 2);
    const proxyHeader = options["proxy-header"];
    if (proxyHeader !== undefined && (origin === undefined || !/^[\w-]{1,60}$/.test(proxyHeader)))
      throw new StartError("--proxy-header names a header, such as X-Forwarded-For, and needs --origin.", 2);
    const smtpUrl = process.env["MULTIHELIX_SMTP"];
    const crashAt = process.env["MULTIHELIX_CRASH_AT"];
    if (crashAt !== undefined && !demo) throw new StartError("MULTIHELIX_CRASH_AT is for demonstrations only.", 2);
    const [scanner, ...scannerWords] = (process.env["MULTIHELIX_SCANNER"] ?? "").split(/\s+/).filter(Boolean);
    const stopping = signalled();
    const crashPoint = crashAt === undefined ? undefined : crashPointOf(crashAt);
    const product = await startProduct({
      dataDir: options.data ?? process.env["MULTIHELIX_DATA"] ?? ".multihelix",
      port: portOf(options.port ?? process.env["PORT"] ?? "8080"),
      demo,
      seed: options.empty === true ? false : options["no-cases"] === true ? "people" : "world",
      say: (sentence) => process.stdout.write(`${sentence}\n`),
      log: createLog((line) => process.stderr.write(`${line}\n`), options.verbose !== true),
      webRoot: fileURLToPath(new URL("../../../../web/dist", import.meta.url)),
      ...(origin === undefined ? {} : { origin }),
      ...(proxyHeader === undefined ? {} : { proxyHeader }),
      ...(scanner === undefined ? {} : { scanner: [scanner, ...scannerWords] }),
      translationKey: (parkId) =>
        process.env[`MULTIHELIX_TRANSLATION_KEY_${parkId.toUpperCase().replaceAll("-", "_")}`],
      ...(crashPoint === undefined ? {} : { around: (deps) => withCrashPoint(deps, crashPoint) }),
      ...(smtpUrl === undefined
        ? {}
        : { smtp: { url: smtpUrl, from: process.env["MULTIHELIX_MAIL_FROM"] ?? "MultiHelix <no-reply@localhost>" } }),
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`MultiHelix is ready after ${seconds} s: ${product.url}\n`);
    if (demo) {
      process.stdout.write(
        "\nDemonstration. Nothing is sent; mail is shown at /dev/inbox. Sign in with one click as:\n",
      );
      for (const { persona, name, part } of product.personas)
        process.stdout.write(`  ${persona.padEnd(26)} ${name}, ${part}\n`);
      process.stdout.write("\n");
    }
    await stopping;
    process.stdout.write("Stopping.\n");
    await product.stop();
    return 0;
  },
};

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        port: { type: "string" },
        data: { type: "string" },
        origin: { type: "string" },
        empty: { type: "boolean" },
        "no-cases": { type: "boolean" },
        "proxy-header": { type: "string" },
        production: { type: "boolean" },
        verbose: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    throw new StartError(`${(cause as Error).message}\n\n${help}`, 2, { cause });
  }
}

/** Cookies, passkeys and letters are bound to it: scheme and host, and a port where it is not 443. */
function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "https:" || `${url.origin}/` !== url.href)
    throw new StartError(`--origin must be an https address such as https://grants.example, not "${text}".`, 2);
  return url.origin;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`The port must be a number from 0 to 65535, not "${text}".`, 2);
  return port;
}

function signalled(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
  });
}
