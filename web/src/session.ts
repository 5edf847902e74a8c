/** Who is signed in, with which roles, and whether this is a demonstration: asked once, kept until it changes. */
import type { RoleName } from "@multihelix/core/person/role-grant.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { getJson } from "./client.ts";

export interface SessionRole {
  readonly role: RoleName;
  /** Absent for a role in the whole network. */
  readonly parkId?: string;
  readonly parkName?: string;
}

export interface SessionPerson {
  readonly personId: string;
  readonly name: string;
  readonly language: string;
  readonly roles: readonly SessionRole[];
  readonly organisations: readonly { readonly organisationId: string; readonly name: string; readonly town?: string }[];
}

export interface Session {
  /** Absent when nobody is signed in. */
  readonly person?: SessionPerson;
  readonly demo: boolean;
}

const nobody: Session = { demo: false };

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => getJson<Session>("/api/session", signal),
  staleTime: 60_000,
});

/** The session; nobody until it is known, or while the server cannot say: public pages work for everybody. */
export function useSession(): Session {
  return useQuery(sessionQuery).data ?? nobody;
}

/** What a page may be offered to. */
export type Audience = "visitor" | "applicant" | RoleName;

/** The audiences that a session belongs to: anyone signed in without a staff role applies or provides. */
export function audiencesOf(session: Session): readonly Audience[] {
  if (session.person === undefined) return ["visitor"];
  const roles = [...new Set(session.person.roles.map((one) => one.role))];
  return roles.length === 0 || session.person.organisations.length > 0 ? ["applicant", ...roles] : roles;
}
