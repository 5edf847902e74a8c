/** What an installation on one machine keeps beside its data: the key that its secrets derive from. */

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./start-error.ts";

/** The installation's key: made once, readable by its owner only. */
export function installationKey(dataDir: string): Uint8Array {
  const path = join(dataDir, "installation.key");
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "hex");
  if (key.length !== 32)
    throw new StartError(
      `The key file ${path} is damaged; restore it from a backup, or remove it to sign everybody out.`,
    );
  return new Uint8Array(key);
}
