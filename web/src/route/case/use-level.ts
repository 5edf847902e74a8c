/** What somebody may do for an organisation: writing is for owners and editors, money also for those of finance. */
import { useSession } from "../../session.ts";

export type Level = "owner" | "editor" | "finance" | "viewer";

/** The reader's level in an organisation; undefined if they are no member. */
export function useLevel(organisationId: string | undefined): Level | undefined {
  return useSession().me?.memberships.find((one) => one.organisationId === organisationId)?.level;
}

export function mayWrite(level: Level | undefined): boolean {
  return level === "owner" || level === "editor";
}

export function mayClaim(level: Level | undefined): boolean {
  return mayWrite(level) || level === "finance";
}
