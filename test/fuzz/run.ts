/** `npm run test:fuzz [-- --full]`: the API asked at random from its own document: no fault, no undocumented answer (R14). */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLog } from "@multihelix/local/log.ts";
import { startProduct } from "@multihelix/local/product.ts";
import { installPython } from "../fixture/python.ts";
import { aimed } from "./aim.ts";

const full = process.argv.includes("--full");
/** Per operation and person; with three people and a visitor some 2,000 requests, or 20,000. */
const examples = full ? 55 : 6;
const seed = 20_261_125;
const checks = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_schema_conformance",
  "response_headers_conformance",
];

const home = await installPython("fuzzer", fileURLToPath(new URL("requirements.txt", import.meta.url)));
const folder = await mkdtemp(join(tmpdir(), "multihelix-fuzz-"));
const log = createLog((line) => process.stderr.write(`${line}\n`), true);
const product = await startProduct({
  dataDir: join(folder, "data"),
  port: 0,
  demo: true,
  seed: "world",
  log,
  webRoot: "web/dist",
});
let failed = 0;
try {
  const document = join(folder, "openapi.json");
  await writeFile(document, JSON.stringify(await aimed(product.url, await signedIn("limburg-manager"))));
  for (const persona of ["limburg-manager", "limburg-finance", "sme-owner", undefined]) {
    const cookie = persona === undefined ? undefined : await signedIn(persona);
    console.log(`\nAs ${persona ?? "a visitor"}:`);
    if ((await fuzz(document, cookie)) !== 0) failed += 1;
  }
} finally {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

/** The cookie of a persona's session. */
async function signedIn(persona: string): Promise<string> {
  const answer = await fetch(`${product.url}/api/demo/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: product.url, "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify({ persona }),
  });
  if (!answer.ok) throw new Error(`${persona} could not sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

/** Exit code of the fuzzer. */
function fuzz(document: string, cookie: string | undefined): Promise<number> {
  const { url } = product;
  const headers = [`Origin: ${url}`, ...(cookie === undefined ? [] : [`Cookie: ${cookie}`])];
  const words = [
    ...["run", document, "--url", url, "--checks", checks.join(","), "--phases", "fuzzing"],
    ...["--max-examples", String(examples), "--seed", String(seed), "--no-shrink", "--continue-on-failure"],
    ...["--warnings", "off", "--suppress-health-check", "all"],
    ...headers.flatMap((header) => ["--header", header]),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(join(home, "bin/schemathesis"), words, { cwd: folder, stdio: "inherit" });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
