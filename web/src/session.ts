/** Who is signed in, with which roles: asked once, kept until it changes. */
import type { RoleName } from "@multihelix/core/person/role-grant.ts";
import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { type ApiResult, api } from "./client.ts";

export type Session = ApiResult<"get", "/api/session">;
export type Me = NonNullable<Session["me"]>;
export type Scope = Me["grants"][number]["scope"];

const nobody: Session = { me: null };

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }): Promise<Session> => api("get", "/api/session", { signal }),
  staleTime: 60_000,
});

/** The session; nobody until it is known, or while the server cannot say: public pages work for everybody. */
export function useSession(): Session {
  return useQuery(sessionQuery).data ?? nobody;
}

/** Somebody else from here on: nothing that was seen before may stay, and what is on the page is asked for again. */
export function takeSession(queries: QueryClient, session: Session = nobody): void {
  // Not `clear`: what is on the page would go on showing the old answer.
  queries.setQueryData(sessionQuery.queryKey, session);
  queries.removeQueries({ type: "inactive" });
  void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}

/** What a page may be offered to. */
export type Audience = "visitor" | "applicant" | RoleName;

/** The audiences that a session belongs to: anyone signed in without a staff role applies or provides. */
export function audiencesOf(session: Session): readonly Audience[] {
  if (session.me === null) return ["visitor"];
  const roles = [...new Set(session.me.grants.map((grant) => grant.role))];
  return roles.length === 0 || session.me.memberships.length > 0 ? ["applicant", ...roles] : roles;
}
