/** The only place for what the engine asks of a log: facts only, never payloads or tokens. */

export interface EngineLog {
  warn(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts?: Record<string, unknown>, error?: unknown): void;
}

export const SILENT: EngineLog = { warn: () => undefined, error: () => undefined };
