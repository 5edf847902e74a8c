import { countIssued, stillWithinMost } from "@multihelix/core/voucher/count-issued.ts";
import { expect, test } from "vitest";
import { anAidGroup, anApplicant } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { refused } from "../../fixture/refusal.ts";

const applicant = anApplicant({ version: 4 });
const aidGroup = anAidGroup({ membership: 2 });
const { aidGroupId } = aidGroup;
const call = aCall({ vouchersMost: { count: 1, months: 12 } });

test("an issued voucher is counted with its undertaking as it was read", () => {
  expect(countIssued(aidGroup)).toEqual([
    { op: "add", name: "aidGroup", key: { aidGroupId }, by: { issued: 1 }, when: { membership: 2 } },
  ]);
});

test("a call with a maximum wants that nothing was issued, and nobody merged, since it was counted", () => {
  const held = stillWithinMost({ call, applicant, aidGroup: { ...aidGroup, issued: 3 } });
  expect(held).toEqual([
    { op: "check", name: "aidGroup", key: { aidGroupId }, when: { issued: 3 } },
    {
      op: "check",
      name: "organisation",
      key: { organisationId: applicant.organisationId },
      when: { version: 4 },
    },
  ]);
});

test("an undertaking that was never counted has to be so still", () => {
  expect(stillWithinMost({ call, applicant, aidGroup })[0]).toMatchObject({ when: { issued: null } });
});

test("without a maximum nothing is waited for; with one, something has to hold it", () => {
  expect(stillWithinMost({ call: aCall(), applicant, aidGroup: undefined })).toEqual([]);
  expect(refused(() => stillWithinMost({ call, applicant, aidGroup: undefined }))).toBe("conflict aid.no-group");
});
