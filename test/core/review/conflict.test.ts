import type { CaseParties } from "@multihelix/core/review/conflict/conflict.ts";
import { conflictsOf } from "@multihelix/core/review/conflict/list.ts";
import { describe, expect, test } from "vitest";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aCandidate, aParty, theParties } from "../../fixture/build/reviewer.ts";

const today = "2026-11-12";
const vivo = idOf("org", "vivo");
const lab = idOf("org", "lab");

function found(reviewer: ReturnType<typeof aCandidate>, on: CaseParties = theParties()) {
  return conflictsOf({ reviewer, on, today }).map(({ rule, level }) => `${rule} ${level}`);
}
const worksAt = (organisationId: string, more: { department?: string; until?: string } = {}) =>
  aCandidate("uma", "uppsala", { employers: [{ organisationId, from: "2020-01-01", ...more }] });
const holds = (kind: "household" | "equity" | "board" | "contract" | "tenancy", organisationId: string = lab) =>
  aCandidate("uma", "uppsala", { interests: [{ organisationId, kind }] });

describe("conflicts of a reviewer with a case (domain 8)", () => {
  test("a stranger has none", () => {
    expect(found(aCandidate("uma"))).toEqual([]);
  });

  test("a person on the application, a member of a party, and who shares a household with one are HARD", () => {
    expect(found(aCandidate("anna"))).toEqual(["person-on-application HARD"]);
    const on = theParties({ parties: [aParty("vivo", { members: [idOf("per", "uma")] })] });
    expect(found(aCandidate("uma"), on)).toEqual(["person-on-application HARD"]);
    expect(found(holds("household"))).toEqual(["person-on-application HARD"]);
  });

  test("who acted on the case for a park does not review it", () => {
    expect(found(aCandidate("uma"), theParties({ actedBy: [idOf("per", "uma")] }))).toEqual(["acted-on-case HARD"]);
  });

  test("an employer of fewer than 500 people is HARD, now or less than 24 months ago", () => {
    expect(found(worksAt(vivo))).toEqual(["same-employer HARD"]);
    expect(found(worksAt(vivo, { until: "2024-11-13" }))).toEqual(["same-employer HARD"]);
    expect(found(worksAt(vivo, { until: "2024-11-12" }))).toEqual([]);
  });

  test("a large employer is SOFT, unless it is the same department", () => {
    expect(found(worksAt(lab, { department: "Physics" }))).toEqual(["same-employer SOFT"]);
    const on = theParties({ parties: [aParty("lab", { headcount: 5_000, departments: ["Immunology"] })] });
    expect(found(worksAt(lab, { department: "immunology " }), on)).toEqual(["same-employer HARD"]);
    expect(found(worksAt(lab, { department: "Physics" }), on)).toEqual(["same-employer SOFT"]);
  });

  test("an employer whose size nobody stated counts as small", () => {
    const on = theParties({ parties: [aParty("lab", { headcount: undefined })] });
    expect(found(worksAt(lab), on)).toEqual(["same-employer HARD"]);
    expect(found(worksAt(lab), theParties({ parties: [aParty("lab", { headcount: 500 })] }))).toEqual([
      "same-employer SOFT",
    ]);
    expect(found(worksAt(lab), theParties({ parties: [aParty("lab", { headcount: 499 })] }))).toEqual([
      "same-employer HARD",
    ]);
  });

  test.each(["equity", "board", "contract"] as const)("%s at a party is HARD", (kind) => {
    expect(found(holds(kind))).toEqual(["declared-stake HARD"]);
    expect(found(holds(kind, idOf("org", "elsewhere")))).toEqual([]);
  });

  test("the same persons on an award of the last 36 months are HARD; other persons of the same organisations are not", () => {
    const past = (issuedAt: string, other = "anna") =>
      theParties({ past: [{ issuedAt: at(issuedAt), persons: [idOf("per", "uma"), idOf("per", other)] }] });
    expect(found(aCandidate("uma"), past("2023-11-13T09:00:00Z"))).toEqual(["worked-together HARD"]);
    expect(found(aCandidate("uma"), past("2023-11-12T09:00:00Z"))).toEqual([]);
    expect(found(aCandidate("uma"), past("2026-01-12T09:00:00Z", "somebody"))).toEqual([]);
    expect(found(aCandidate("ulf"), past("2026-01-12T09:00:00Z"))).toEqual([]);
  });

  test("the park of the applicant or of the provider is SOFT; another park is none", () => {
    expect(found(aCandidate("uma", "limburg"))).toEqual(["same-park SOFT"]);
    expect(found(aCandidate("uma", "lund"))).toEqual(["same-park SOFT"]);
    expect(found(aCandidate("uma", "wales"))).toEqual([]);
  });

  test("a tenancy with the park that benefits, or with a party, is SOFT", () => {
    expect(found(holds("tenancy", "lund"))).toEqual(["tenancy SOFT"]);
    expect(found(holds("tenancy", vivo))).toEqual(["tenancy SOFT"]);
    expect(found(holds("tenancy", "wales"))).toEqual([]);
  });

  test("all that apply are named, not only the first", () => {
    const uma = aCandidate("uma", "lund", {
      interests: [{ organisationId: lab, kind: "equity" }],
      employers: [{ organisationId: lab, from: "2020-01-01" }],
    });
    expect(found(uma)).toEqual(["same-employer SOFT", "declared-stake HARD", "same-park SOFT"]);
  });
});
