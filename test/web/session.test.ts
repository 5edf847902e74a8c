import { ApiProblem, unreachable } from "@multihelix/web/problem.ts";
import { isWorthRetrying } from "@multihelix/web/query-client.ts";
import { ownPath } from "@multihelix/web/route/sign-in/own-path.ts";
import { audiencesOf, type Me } from "@multihelix/web/session.ts";
import { describe, expect, it } from "vitest";

const me: Me = {
  personId: "per_1",
  name: "Lotte",
  email: "lotte@example.org",
  language: "nl",
  grants: [],
  memberships: [],
  secondFactorNeeded: false,
  secondFactorEnrolled: false,
  passkeyEnrolled: false,
};

describe("who a page is offered to", () => {
  it("is a visitor until somebody is signed in", () => {
    expect(audiencesOf({ me: null })).toEqual(["visitor"]);
  });

  it("is an applicant without any role, and with an organisation beside a role", () => {
    const manager = { role: "manager" as const, scope: { kind: "network" as const }, substitute: false };
    expect(audiencesOf({ me })).toEqual(["applicant"]);
    expect(audiencesOf({ me: { ...me, grants: [manager, manager] } })).toEqual(["manager"]);
    const both = {
      ...me,
      grants: [manager],
      memberships: [{ organisationId: "org_1" as const, level: "owner" as const, name: "Vriesketen" }],
    };
    expect(audiencesOf({ me: both })).toEqual(["applicant", "manager"]);
  });
});

describe("after signing in", () => {
  it("one goes back only to a path of ours", () => {
    expect(ownPath("/cases/1?tab=money")).toBe("/cases/1?tab=money");
    for (const back of [
      undefined,
      "https://elsewhere.example",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "cases",
    ]) {
      expect(ownPath(back)).toBe("/");
    }
  });
});

describe("asking again by itself", () => {
  it("is for silence and faults, at most twice, never for refusals", () => {
    expect(isWorthRetrying(0, unreachable())).toBe(true);
    expect(isWorthRetrying(2, unreachable())).toBe(false);
    expect(isWorthRetrying(0, new ApiProblem(500, "fault.unknown", ""))).toBe(true);
    expect(isWorthRetrying(0, new ApiProblem(404, "case.not-found", ""))).toBe(false);
    expect(isWorthRetrying(0, new Error("bug"))).toBe(false);
  });
});
