import type { Change } from "@multihelix/core/port/store.ts";
import type { Task } from "@multihelix/core/task/task.ts";
import { taskKeySchema } from "@multihelix/core/task/task.ts";
import { cancelVoucher } from "@multihelix/core/voucher/cancel-voucher.ts";
import { extendVoucher } from "@multihelix/core/voucher/extend-voucher.ts";
import { proposeCancellation } from "@multihelix/core/voucher/propose-cancellation.ts";
import { proposeValue } from "@multihelix/core/voucher/propose-value.ts";
import { refuseChange } from "@multihelix/core/voucher/refuse-change.ts";
import type { ParkOfWord } from "@multihelix/core/voucher/second-word.ts";
import { suspendVoucher } from "@multihelix/core/voucher/suspend-voucher.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { anApprover, limburg, mia, wales } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aRecipient, aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const sure = { caseId, noInterest: true } as const;
const ada = anApprover("ada");
/** The fund pays for costs until this day. */
const lastDay = moment.network.funds.find(({ id }) => id === "limburg-regional")?.eligibleUntil ?? "";
const fin = staff("fin", "finance", "limburg");
const word = (parkId: string, approvers: string[]): ParkOfWord => ({
  parkId,
  parties: [],
  staff: { approver: approvers.map((name) => aRecipient(name)), manager: [], finance: [aRecipient("fin")] },
});
const two = {
  one: aCase({ status: "in-use", payingParks: ["limburg", "wales"], awarded: eur(1_000_000) }),
  call: aCall({ maximumAward: 3_000_000 }),
  shares: [aShare({ committed: 750_000 }, limburg), aShare({ committed: 215_001 }, wales)],
  words: [word("limburg", ["ada"]), word("wales", ["olwen"])],
};
const asked = (state: string, slot = "limburg", given: Partial<Task> = {}) =>
  aTask("confirm-change", {
    workflow: "voucher-use",
    state,
    slot,
    holder: { kind: "role", role: "approver", parkId: slot },
    ...given,
  });
const cancellation = { by: mia.personId, at: at("2026-11-12T08:00:00Z"), reasons: "The provider is gone." };
const valueChange = {
  value: eur(800_000),
  reasons: "Less work.",
  by: mia.personId,
  at: at("2026-11-12T08:00:00Z"),
  approved: [],
};
const closed = (changes: readonly Change[]) =>
  changes.flatMap((change) => {
    if (change.op !== "patch" || change.name !== "task") return [];
    const { state, slot } = taskKeySchema.parse(change.key);
    return [[state, slot, "status" in change.set ? change.set.status : undefined]];
  });
const opened = (changes: Parameters<typeof written>[0]) =>
  written(changes, "task").map(({ kind, state, slot, round, holder }) => [kind, state, slot, round, holder]);
const approverOf = (parkId: string) => ({ kind: "role", role: "approver", parkId });

describe("a change of a running voucher", () => {
  test("of its value asks approvers of every paying park, each by a letter", () => {
    const input = { ...sure, value: 800_000, reasons: "Less work." };
    const { changes } = proposeValue.decide(useFacts(two), mia, input, moment);
    expect(opened(changes)).toEqual([
      ["confirm-change", "OtherValue", "limburg", 1, approverOf("limburg")],
      ["confirm-change", "OtherValue", "wales", 1, approverOf("wales")],
    ]);
    expect(written(changes, "letter").map(({ kind, to }) => [kind, to.personId])).toEqual([
      ["change-asked", idOf("per", "ada")],
      ["change-asked", idOf("per", "olwen")],
    ]);
  });

  describe("that nobody may agree to", () => {
    const soon = aMoment().now;
    const sam = { substitutes: [], secretaries: [aRecipient("sam")] };
    const gone = { ...aRecipient("ada"), until: soon };
    const told = (staffed: Partial<ParkOfWord["staff"]>, given: Partial<ParkOfWord> = {}) => {
      const park = word("limburg", ["ada"]);
      const facts = useFacts({ words: [{ ...park, staff: { ...park.staff, ...staffed }, above: sam, ...given }] });
      const { changes } = proposeCancellation.decide(facts, mia, { ...sure, reasons: "Gone." }, moment);
      return written(changes, "letter").map(({ kind, to }) => [kind, to.personId]);
    };

    test("is told to the secretary at once: the role is held by nobody, by whoever left, or by who proposed it", () => {
      const secretary = [["escalation", idOf("per", "sam")]];
      expect(told({ approver: [] })).toEqual(secretary);
      expect(told({ approver: [gone] })).toEqual(secretary);
      expect(told({ approver: [aRecipient("mia")] })).toEqual(secretary);
    });

    test("is asked of whoever stands in where there is one, and the secretary is told nothing", () => {
      const asked = [["change-asked", idOf("per", "zoe")]];
      expect(told({ approver: [aRecipient("mia"), { ...aRecipient("zoe"), substitute: true }] })).toEqual(asked);
      expect(told({ approver: [gone, aRecipient("zoe")] })).toEqual(asked);
    });

    test("tells the secretary of finance's word on an extension too", () => {
      const late = aVoucher({ expires: at(`${lastDay}T20:00:00Z`) });
      const park = word("limburg", ["ada"]);
      const words = [{ ...park, staff: { ...park.staff, finance: [] }, above: sam }];
      const input = { ...sure, months: 6, reasons: "The reagents are late." };
      const { changes } = extendVoucher.decide(useFacts({ voucher: late, words }), mia, input, moment);
      expect(written(changes, "letter").map(({ kind, to }) => [kind, to.personId])).toContainEqual([
        "escalation",
        idOf("per", "sam"),
      ]);
    });
  });

  test("proposed anew supersedes the task that asked about the earlier one", () => {
    const facts = useFacts({ ...two, tasks: [asked("OtherValue"), asked("Cancellation")] });
    const { changes } = proposeValue.decide(facts, mia, { ...sure, value: 700_000, reasons: "Even less." }, moment);
    expect(closed(changes)).toEqual([["OtherValue", "limburg", "superseded"]]);
    expect(opened(changes).map(([, , slot, round]) => [slot, round])).toEqual([
      ["limburg", 2],
      ["wales", 1],
    ]);
  });

  test("that cancels it asks an approver, and the approver's word answers the task", () => {
    const facts = useFacts({ words: [word("limburg", ["ada"])] });
    const { changes } = proposeCancellation.decide(facts, mia, { ...sure, reasons: "Gone." }, moment);
    expect(opened(changes)).toEqual([["confirm-change", "Cancellation", "limburg", 1, approverOf("limburg")]]);
    const asking = useFacts({
      voucher: aVoucher({ cancellation }),
      tasks: [asked("Cancellation"), asked("OtherValue")],
    });
    const ended = cancelVoucher.decide(asking, ada, sure, moment);
    expect(closed(ended.changes)).toEqual([
      ["OtherValue", "limburg", "cancelled"],
      ["Cancellation", "limburg", "answered"],
    ]);
  });

  test("past a fund's last day asks finance, whose word answers the task", () => {
    const late = aVoucher({ expires: at(`${lastDay}T20:00:00Z`) });
    const facts = useFacts({ voucher: late, words: [word("limburg", [])] });
    const input = { ...sure, months: 6, reasons: "The reagents are late." };
    const { changes, result } = extendVoucher.decide(facts, mia, input, moment);
    expect(result.outcome).toBe("proposed");
    expect(opened(changes)).toEqual([
      ["confirm-change", "Extension", "limburg", 1, { kind: "role", role: "finance", parkId: "limburg" }],
    ]);
    const extension = { months: 6, reasons: "Late.", by: mia.personId, at: moment.now };
    const holder = { kind: "role", role: "finance", parkId: "limburg" } as const;
    const again = useFacts({ voucher: { ...late, extension }, tasks: [asked("Extension", "limburg", { holder })] });
    const extended = extendVoucher.decide(again, fin, input, moment);
    expect(closed(extended.changes)).toEqual([["Extension", "limburg", "answered"]]);
  });

  test("is refused by who must agree, and taken back by a manager: the voucher stays, all who were asked are asked no more", () => {
    const facts = {
      ...useFacts({
        ...two,
        voucher: aVoucher({ valueChange }),
        tasks: [asked("OtherValue"), asked("OtherValue", "wales")],
      }),
      parties: [],
    };
    const refuse = (who: typeof ada, parkId = "limburg") =>
      refuseChange.decide(facts, who, { ...sure, parkId, change: "value", reasons: "Too little is left." }, moment);
    const { changes, result, postings } = refuse(ada);
    expect(result.outcome).toBe("refused");
    expect(postings).toBeUndefined();
    const [voucher] = written(changes, "voucher");
    expect(voucher).toMatchObject({ value: eur(1_000_000), changesRefused: [{ change: "value", outcome: "refused" }] });
    expect(voucher?.valueChange).toBeUndefined();
    expect(closed(changes)).toEqual([
      ["OtherValue", "limburg", "answered"],
      ["OtherValue", "wales", "cancelled"],
    ]);
    expect(refuse(mia).result.outcome).toBe("taken-back");
    expect(refused(() => refuse(fin, "lund"))).toBe("forbidden actor.role-needed");
    const none = () =>
      refuseChange.decide(facts, ada, { ...sure, parkId: "limburg", change: "cancellation", reasons: "-" }, moment);
    expect(refused(none)).toBe("conflict voucher.nothing-proposed");
  });

  test("is refused by no park whose word it does not need", () => {
    const facts = { ...useFacts({ ...two, voucher: aVoucher({ cancellation, valueChange }) }), parties: [] };
    const refuse = (change: "value" | "cancellation") =>
      refuseChange.decide(
        facts,
        anApprover("olwen", "wales"),
        { ...sure, parkId: "wales", change, reasons: "-" },
        moment,
      );
    expect(refused(() => refuse("cancellation"))).toBe("not_found approval.not-a-payer");
    expect(refuse("value").result.outcome).toBe("refused");
  });

  test("that was not agreed goes when the work is reported or the use stops: nobody is asked about it any more", () => {
    const use = aTask("use", { workflow: "voucher-use", state: "Use" });
    const facts = useFacts({
      voucher: aVoucher({ valueChange, cancellation }),
      tasks: [use, asked("OtherValue"), asked("Cancellation")],
    });
    const { changes } = suspendVoucher.decide(facts, mia, { ...sure, reasons: "The lab is flooded." }, moment);
    expect(written(changes, "voucher")[0]?.valueChange).toBeUndefined();
    expect(written(changes, "voucher")[0]?.cancellation).toEqual(cancellation);
    expect(closed(changes)).toEqual([
      ["Use", "-", "answered"],
      ["OtherValue", "limburg", "cancelled"],
    ]);
  });
});
