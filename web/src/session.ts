/** Who is signed in, with which roles, and whether this is a demonstration: asked once, kept until it changes. */
import type { RoleName } from "@multihelix/core/person/role-grant.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "./client.ts";

export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  /** Roles that this session may use now. */
  readonly grants: readonly { readonly role: RoleName; readonly scope: Scope; readonly substitute: boolean }[];
  readonly memberships: readonly { readonly organisationId: string; readonly level: string; readonly name: string }[];
  readonly secondFactorNeeded: boolean;
  readonly secondFactorEnrolled: boolean;
}

export type Scope = { readonly kind: "network" } | { readonly kind: "park"; readonly parkId: string };

export interface Session {
  /** Null when nobody is signed in. */
  readonly me: Me | null;
  /** Whether this is a demonstration, where anyone may become a persona. */
  readonly demo?: boolean;
}

const nobody: Session = { me: null };

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => request<Session>("/api/session", { signal }),
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
  if (session.me === null) return ["visitor"];
  const roles = [...new Set(session.me.grants.map((grant) => grant.role))];
  return roles.length === 0 || session.me.memberships.length > 0 ? ["applicant", ...roles] : roles;
}
