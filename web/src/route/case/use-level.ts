/** What somebody may do for an organisation: writing is for owners and editors, money also for those of finance. */
import { isInvented } from "@multihelix/core/organisation/invented.ts";
import { useSession } from "../../session.ts";

export type Level = "owner" | "editor" | "finance" | "viewer";

/** The reader's level in an organisation; undefined if they are no member. In a dry run they speak for the invented ones. */
export function useLevel(organisationId: string | undefined): Level | undefined {
  const { me } = useSession();
  if (organisationId !== undefined && isInvented(organisationId)) return "owner";
  return me?.memberships.find((one) => one.organisationId === organisationId)?.level;
}

export function mayWrite(level: Level | undefined): boolean {
  return level === "owner" || level === "editor";
}

export function mayClaim(level: Level | undefined): boolean {
  return mayWrite(level) || level === "finance";
}
