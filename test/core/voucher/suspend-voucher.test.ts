import { resumeVoucher } from "@multihelix/core/voucher/resume-voucher.ts";
import { suspendVoucher } from "@multihelix/core/voucher/suspend-voucher.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aVoucher, useFacts } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
const reasons = "The laboratory is being moved.";
const sure = { caseId, noInterest: true } as const;
const inUse = () => useFacts({ tasks: [aTask("use")] });
const suspend = (facts = inUse(), who = mia) => suspendVoucher.decide(facts, who, { ...sure, reasons }, aMoment());

/** Suspended before summer time ended, thirty days before `now`. */
const since = at("2026-10-13T09:30:00Z");
const stopped = aVoucher({ suspensions: [{ by: mia.personId, at: since, reasons }] });
const standing = () =>
  useFacts({
    one: aCase({ status: "suspended", statusSince: since, useAttempt: 2 }),
    voucher: stopped,
    tasks: [aTask("resume", { attempt: 2 })],
  });
const resume = (facts = standing(), who = mia) =>
  resumeVoucher.decide(facts, who, sure, aMoment("2026-11-12T09:30:00Z"));

describe("a suspension", () => {
  test("answers the payee's task, and the manager is asked in a further attempt of the use", () => {
    const { changes, effects = [], events } = suspend();
    expect(written(changes, "case")[0]).toMatchObject({ status: "suspended", useAttempt: 2, restarts: 0 });
    expect(patches(changes, "task")[0]?.set).toMatchObject({ status: "answered", answer: { outcome: "suspended" } });
    expect(events?.map(({ type }) => type)).toEqual(["voucher.suspended"]);
    const voucherId = idOf("vch", "vivo1");
    expect(effects.map(({ body }) => body)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "stop-execution", executionName: `${voucherId}-1` }),
        expect.objectContaining({
          kind: "start-execution",
          executionName: `${voucherId}-2`,
          input: expect.objectContaining({ from: "Suspended", attempt: 2, round: 1 }),
        }),
      ]),
    );
  });

  test("is told to both parties with its reasons, and says no day of expiry", () => {
    const letters = written(suspend().changes, "letter");
    expect(letters.map(({ to }) => to.email).sort()).toEqual(["anna@example.org", "lars@example.org"]);
    for (const { kind, text } of letters) {
      expect(kind).toBe("validity");
      expect(text).toContain(reasons);
      expect(text).not.toContain("Valid until");
    }
  });

  test("is a manager's act on a voucher in use, and repeated it changes nothing", () => {
    expect(refused(() => suspend(inUse(), staff("fay", "finance", "limburg")))).toBe("forbidden actor.role-needed");
    expect(refused(() => suspend({ ...inUse(), one: aCase({ status: "reported" }) }))).toBe(
      "conflict case.wrong-status",
    );
    expect(refused(() => suspend(useFacts()))).toBe("conflict task.not-open");
    expect(suspend(standing())).toEqual({ changes: [], result: { outcome: "suspended", since } });
  });
});

describe("a voucher that goes on", () => {
  test("is valid for the days longer that it stood still, at the same time of day over the change of the clocks", () => {
    const { changes, result, effects = [] } = resume();
    expect(result).toEqual({ outcome: "resumed", expires: "2027-05-01T21:59:59.000Z" });
    const [voucher] = written(changes, "voucher");
    expect(voucher?.suspensions?.[0]?.resumed).toEqual({ by: mia.personId, at: "2026-11-12T09:30:00.000Z" });
    expect(written(changes, "case")[0]).toMatchObject({ status: "in-use", useAttempt: 2 });
    expect(effects.map(({ body }) => body.kind)).toContain("resolve-task");
    expect(written(changes, "letter")[0]?.text).toContain("1 May 2027");
  });

  test("was answered by a manager, and the same again gives the same", () => {
    expect(refused(() => resume(standing(), staff("fay", "finance", "limburg")))).toBe("forbidden actor.role-needed");
    const task = aTask("resume", { attempt: 2, status: "answered", by: mia.personId, answer: { outcome: "resumed" } });
    const again = useFacts({ one: aCase({ status: "in-use" }), tasks: [task] });
    expect(resume(again).changes).toEqual([]);
  });
});
