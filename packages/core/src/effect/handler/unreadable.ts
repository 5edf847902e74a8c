/** Refuses what it cannot read, so that it ends parked with an alarm instead of stopping everything behind it. */
import { DomainError } from "../../kernel/error.ts";

export async function unreadable(): Promise<never> {
  throw new DomainError("invalid", "effect.unreadable");
}
