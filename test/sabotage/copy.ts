/** The only place that copies the house for a test of the tests; what is broken there is never broken here. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const OURS = "@multihelix";

export interface HouseCopy {
  readonly root: string;
  remove(): void;
}

/** Copies all sources (committed or not); npm packages are links to the installed ones, our own to the copy. */
export function copyHouse(root: string): HouseCopy {
  const copy = mkdtempSync(join(tmpdir(), "multihelix-sabotage-"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const path of String(listed).split("\0")) {
    if (path === "" || !existsSync(join(root, path))) continue;
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  linkPackages(root, copy);
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

function linkPackages(root: string, copy: string): void {
  const installed = join(root, "node_modules");
  mkdirSync(join(copy, "node_modules", OURS), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name !== OURS && name !== ".cache") symlinkSync(join(installed, name), join(copy, "node_modules", name));
  }
  for (const name of readdirSync(join(installed, OURS))) {
    // npm's links are relative ("../../packages/core"): the same words lead into the copy.
    const target = readlinkSync(join(installed, OURS, name));
    symlinkSync(target, join(copy, "node_modules", OURS, name));
    const nested = join("node_modules", OURS, target, "node_modules");
    if (existsSync(join(root, nested))) symlinkSync(join(root, nested), join(copy, nested));
  }
}
