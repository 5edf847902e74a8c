/** The sum of the ports: what a composition root must supply. */

import type { Instant } from "../kernel/instant.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { FileStore, Inspector } from "./file-store.ts";
import type { Mailer } from "./mailer.ts";
import type { Store } from "./store.ts";
import type { Translator } from "./translator.ts";
import type { WorkflowPort } from "./workflow.ts";

export interface Clock {
  now(): Instant;
  /** Resolve after so many milliseconds (real time; used for jitter only). */
  sleep(milliseconds: number): Promise<void>;
}
export interface Ids {
  /** A fresh ULID of 26 characters. */
  ulid(): string;
}
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Bytes of a cryptographic source. */
  bytes(length: number): Uint8Array;
}
/** SHA-256 in hex. Synchronous, so that decisions may freeze content. */
export type Digest = (text: string) => string;

/** Keyed secrets of the installation; never logged, never returned. */
export interface Secrets {
  /** HMAC-SHA-256 in hex under a key of this installation, separated by purpose. */
  sign(purpose: string, text: string): string;
  /** Authenticated encryption to base64url, bound to `context`. */
  seal(purpose: string, context: string, text: string): string;
  /** The text, or undefined if it was sealed elsewhere, for another context, or changed. */
  open(purpose: string, context: string, sealed: string): string | undefined;
}

/** Facts for operators. Never bank data, codes, tokens, scores. */
export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  warn(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts: Record<string, unknown>, error?: unknown): void;
}

/** The network file in force; may be some seconds old. */
export interface NetworkSource {
  current(): Promise<NetworkFile>;
  /** Forget what is cached, after this process applied a new file. */
  refresh(): void;
}

export interface Deps {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly workflow: WorkflowPort;
  readonly files: FileStore;
  readonly inspector: Inspector;
  readonly translator: Translator;
  readonly network: NetworkSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly digest: Digest;
  readonly secrets: Secrets;
  readonly log: Log;
  /** Told after each commit that effects may be due; must not block or throw. */
  readonly wake: () => void;
}
