import { release } from "@multihelix/core/decision/release.ts";
import { previewRelease } from "@multihelix/core/decision/release-plan.ts";
import { describe, expect, test } from "vitest";
import { aGrant } from "../../fixture/build/aid.ts";
import { anApplicant } from "../../fixture/build/application.ts";
import { caseId } from "../../fixture/build/case.ts";
import { max, releaseFacts } from "../../fixture/build/decision.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { patches, written } from "../../fixture/changes.ts";

const moment = aMoment();

describe("an award whose requirement no longer holds", () => {
  const recovering = () =>
    releaseFacts({
      aidGrants: [aGrant({ status: "reserved" })],
      applicant: anApplicant({ verification: "rejected" }),
    });

  test("goes back with everything freed, so that a rejection can be proposed; nobody outside is told", () => {
    const decision = release.decide(recovering(), max, { caseId, noInterest: true }, moment);
    expect(decision.result).toEqual({ outcome: "back" });
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["available", "reserved", 1_000_000],
    ]);
    expect(patches(decision.changes, "aidGrant").map(({ set }) => set)).toEqual([{ status: "freed" }]);
    expect(written(decision.changes, "case")[0]?.status).toBe("deciding");
    expect(decision.events?.find(({ type }) => type === "decision.sent-back")?.facts).toMatchObject({
      why: "not-eligible",
    });
    expect(written(decision.changes, "letter")).toEqual([]);
  });

  test("is shown before it is sent back; what others can still put right only waits", () => {
    expect(previewRelease(recovering(), moment)).toMatchObject({
      back: true,
      failing: [{ requirement: "verified", code: "organisation.rejected" }],
    });
    const waiting = releaseFacts({ applicant: anApplicant({ verification: "unverified" }) });
    expect(previewRelease(waiting, moment)).toMatchObject({ back: false, failing: [{ requirement: "verified" }] });
    expect(previewRelease(releaseFacts(), moment)).toMatchObject({ back: false, failing: [] });
  });
});
