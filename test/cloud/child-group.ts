/** The only place that runs other programs for the cloud tests: each in a group of its own that never outlives us. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";

/*
 * The shell turns itself into the program after leaving a watcher behind: it waits on a pipe held by us and kills the
 * whole group when the pipe closes, so that nothing is left running, not even after kill -9 on us.
 */
const TIED_TO_US = '(read -r _ <&3; kill -KILL 0) >/dev/null 2>&1 & exec "$@" 3<&-';

const GONE_WITHIN_MS = 10_000;

export interface ChildGroup {
  /** Process id of the program, and of the group that everything it starts belongs to. */
  readonly pid: number;
  /** Exit code, or -1 when a signal ended it. */
  readonly ended: Promise<number>;
  /** The last lines that it printed. */
  lastWords(lines: number): string;
  /** Kill the group and wait until the kernel knows none of it. */
  kill(): Promise<void>;
}

export interface StartOptions {
  readonly cwd: string;
  readonly env: Record<string, string>;
  /** Told of each line of either stream. */
  readonly say?: (line: string) => void;
}

/** Start a program in a group of its own. */
export function startGroup(command: readonly string[], { cwd, env, say }: StartOptions): ChildGroup {
  const child = spawn("/bin/sh", ["-c", TIED_TO_US, "sh", ...command], {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command[0]} could not be started`);
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr] as Readable[]) collect(stream, words, say);
  const ended = endOf(child);
  return {
    pid,
    ended,
    lastWords: (lines) => words.slice(-lines).join("\n"),
    kill: () => killGroup(pid, child),
  };
}

/**
 * Run a program to its end and kill what it leaves behind.
 *
 * @throws Error with its last words when it fails or takes longer than `timeoutMs`.
 */
export async function runToEnd(
  command: readonly string[],
  options: StartOptions & { readonly timeoutMs: number },
): Promise<void> {
  const group = startGroup(command, options);
  const late = new AbortController();
  const timeout = delay(options.timeoutMs, "late" as const, { signal: late.signal }).catch(() => "on-time" as const);
  const how = await Promise.race([group.ended, timeout]);
  late.abort();
  await group.kill();
  if (how === 0) return;
  const what = how === "late" ? `took longer than ${options.timeoutMs / 1000} s` : `ended with ${how}`;
  throw new Error(`${command.slice(0, 3).join(" ")} ${what}:\n${group.lastWords(40)}`);
}

function collect(stream: Readable, words: string[], say: ((line: string) => void) | undefined): void {
  let rest = "";
  stream.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      words.push(line);
      say?.(line);
    }
    if (words.length > 2000) words.splice(0, 1000);
  });
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(-1));
    child.once("exit", (code) => resolve(code ?? -1));
  });
}

async function killGroup(pid: number, child: ChildProcess): Promise<void> {
  const until = Date.now() + GONE_WITHIN_MS;
  while (signalled(pid, "SIGKILL") && !onlyZombies(pid)) {
    if (Date.now() > until) throw new Error(`process group ${pid} does not end`);
    await delay(20);
  }
  child.stdio[3]?.destroy();
}

/** False when nobody of the group is there any more. */
function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

/** Dead, but not yet fetched by the machine's first process: nothing runs any more. Linux only; elsewhere nobody is sure. */
function onlyZombies(group: number): boolean {
  if (!existsSync("/proc/self/stat")) return false;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .every(([state, processGroup]) => processGroup !== String(group) || state === "Z");
}

/** State and process group of a process: third and fifth field, counted after the name, which may hold anything. */
function statOf(pid: string): [state: string | undefined, group: string | undefined] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return [fields[0], fields[2]];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ESRCH") return [undefined, undefined];
    throw error;
  }
}
