/** The whole product as a process of its own, to be killed without warning and started again on the same data. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const program = fileURLToPath(new URL("../../packages/local/src/main.ts", import.meta.url));
const compileCache = fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url));
const children = new Set<ChildProcess>();
const readyWithin = 30_000;

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Everything it said on standard output and standard error. */
  out: string;
  err: string;
}

/** It ended before it said that it was ready. */
export class EndedEarly extends Error {
  readonly ended: Ended;
  constructor(ended: Ended) {
    super(`ended with ${ended.code ?? ended.signal} before it was ready: ${ended.err}`);
    this.ended = ended;
  }
}

export interface Running {
  readonly pid: number;
  readonly port: number;
  /** What it said on standard error so far. */
  said(): string;
  kill(signal: NodeJS.Signals): Promise<Ended>;
  readonly ended: Promise<Ended>;
}

export interface Words {
  dataDir: string;
  /** 0 or none: any free port. */
  port?: number;
  crashAt?: string;
  more?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** What runs the program: a shell that sets limits first, for instance. `$@` is the program with its words. */
  shell?: string;
}

/** Start `multihelix start`; resolves when it says that it is ready. @throws EndedEarly. */
export async function startChild(words: Words): Promise<Running> {
  const { child, ended, outText, errText } = launch(words);
  const port = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`not ready in ${readyWithin / 1000} s: ${errText()}`)),
      readyWithin,
    );
    const look = () => {
      const ready = /is ready after .*http:\/\/localhost:(\d+)/.exec(outText());
      if (ready?.[1] === undefined) return;
      clearTimeout(timer);
      resolve(Number(ready[1]));
    };
    child.stdout?.on("data", look);
    void ended.then((early) => reject(new EndedEarly(early)));
  });
  return {
    pid: child.pid as number,
    port,
    said: errText,
    ended,
    async kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Start it and wait for its end: of a start that is refused. */
export function runChild(words: Words): Promise<Ended> {
  return launch(words).ended;
}

function launch({ dataDir, port = 0, crashAt, more = [], env = {}, shell }: Words) {
  const args = [program, "start", "--port", String(port), "--data", dataDir, "--no-cases", ...more];
  const [command, ...rest] =
    shell === undefined ? [process.execPath, ...args] : ["/bin/sh", "-c", shell, "sh", process.execPath, ...args];
  const child = spawn(command as string, rest, {
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      // Halves the start: what a life would compile is the same as for the one before.
      NODE_COMPILE_CACHE: compileCache,
      ...(crashAt === undefined ? {} : { MULTIHELIX_CRASH_AT: crashAt }),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    err += String(chunk);
  });
  const ended = once(child, "close").then(([code, signal]): Ended => {
    children.delete(child);
    return { code, signal, out, err };
  });
  return { child, ended, outText: () => out, errText: () => err };
}
