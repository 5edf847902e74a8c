/** The only place that tells faults of the store that pass by themselves from those that do not. */
import { DomainError } from "@multihelix/core/kernel/error.ts";

/** Do it; what passes by itself is thrown as `unavailable store.unavailable`. */
export async function known<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translated(error);
  }
}

const passing = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "InternalServerError",
  "ServiceUnavailable",
  "TimeoutError",
  "TransactionInProgressException",
  "AbortError",
  "NetworkingError",
]);
const passingCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "UND_ERR_SOCKET"]);

/** Faults that pass by themselves become `unavailable` (the write may or may not stand); others stay faults. */
export function translated(error: unknown): unknown {
  const fault = error as { name?: string; code?: string; message?: string; $metadata?: { httpStatusCode?: number } };
  const status = fault.$metadata?.httpStatusCode ?? 0;
  const lostConnection = passingCodes.has(fault.code ?? "") || /socket hang up|ECONNRE|EPIPE/.test(fault.message ?? "");
  if (passing.has(fault.name ?? "") || status >= 500 || lostConnection) {
    return new DomainError("unavailable", "store.unavailable", { reason: fault.name ?? fault.code ?? "unknown" });
  }
  return error;
}
