import { createMovableClock } from "@multihelix/adapters/system/clock.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays, toInstant } from "@multihelix/core/kernel/instant.ts";
import { taskKinds, taskPath } from "@multihelix/core/task/task.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { passTime, type Schedule } from "./passing-time.ts";
import { type Opened, openProduct, settled } from "./product.ts";
import { casesAtStations } from "./stations.ts";

/** Ten working days later, summer time has come; nine months later, it has gone. */
const spring = toInstant("2027-03-16T09:00:00Z");

let opened: Opened;
let cases: Map<string, CaseId>;
let schedules: Schedule[];

/** Cases wait at every station, and nobody answers anything for 340 days. */
beforeAll(async () => {
  const clock = createMovableClock();
  clock.move(Date.parse(spring) - Date.now());
  opened = await openProduct({ clock });
  cases = await casesAtStations(opened);
  await settled(opened);
  schedules = await passTime(opened, [...cases.values()], addDays(spring, 340));
}, 170_000);

function caseAt(station: string): CaseId {
  const found = cases.get(station);
  if (found === undefined) throw new Error(`no case waited at ${station}`);
  return found;
}

async function left(station: string) {
  const caseId = caseAt(station);
  const [items, letters] = await Promise.all([
    opened.deps.store.wholeCase(caseId),
    opened.deps.store.list("letter", { stream: caseId }),
  ]);
  const [one] = items.case;
  const open = items.task.filter(({ status }) => status === "open").map(({ kind, round }) => `${kind} ${round}`);
  const closed = items.task
    .filter(({ status }) => status === "timed-out")
    .map(({ kind, answer }) => [kind, answer?.["outcome"]]);
  return { ...items, one, open, closed, letters: letters.map(({ kind }) => kind) };
}

describe("deadlines, with a clock that is set back and forth and summer time coming and going", () => {
  test("were there for every kind of task", () => {
    expect(new Set(schedules.map(({ kind }) => kind))).toEqual(new Set(taskKinds));
  });

  test("end with the day of the park, in winter as in summer", () => {
    const clockOf = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Brussels", timeStyle: "medium" });
    const byDay = schedules.filter(({ kind }) => kind !== "use");
    expect(new Set(byDay.map(({ due }) => clockOf.format(new Date(due))))).toEqual(new Set(["23:59:59"]));
    expect(new Set(byDay.map(({ due }) => due.slice(11, 19)))).toEqual(new Set(["22:59:59", "21:59:59"]));
  });

  test("remind and escalate once each, none before its time and none left out", async () => {
    let counted = 0;
    for (const { caseId, path, reminders, escalations, timeOut } of schedules) {
      const letters = await opened.deps.store.list("letter", { stream: caseId });
      const [task] = (await opened.deps.store.list("task", { caseId })).filter((one) => taskPath(one) === path);
      const closed = task?.at ?? timeOut ?? "9999";
      for (const [kind, instants] of [
        ["reminder", reminders],
        ["escalation", escalations],
      ] as const) {
        const expected = instants.filter((instant) => instant < closed);
        const sent = letters.filter(({ key }) => key.startsWith(`${kind}:${path}:`));
        const times = new Map<string, string[]>();
        for (const { key, createdAt, to } of sent) {
          const count = key.slice(`${kind}:${path}:`.length).split(":")[0] ?? "";
          times.set(count, [...(times.get(count) ?? []), `${to.email} ${createdAt}`]);
        }
        expect({ path, kind, counts: [...times.keys()].sort() }).toEqual({
          path,
          kind,
          counts: expected.map((_, nth) => String(nth + 1)),
        });
        for (const [nth, instant] of expected.entries()) {
          const told = times.get(String(nth + 1)) ?? [];
          expect(told.length).toBeGreaterThan(0);
          expect(new Set(told.map((line) => line.split(" ")[0])).size).toBe(told.length);
          for (const line of told) {
            const late = Date.parse(line.split(" ")[1] ?? "") - Date.parse(instant);
            expect(late).toBeGreaterThanOrEqual(0);
            expect(late).toBeLessThan(60_000);
          }
          counted += 1;
        }
      }
    }
    expect(counted).toBeGreaterThan(30);
  });

  test("keep the books whole", async () => {
    opened.forget();
    const finance = await opened.as("limburg-finance");
    const { keys } = (await finance.get("/api/parks/limburg/ledger")).body as { keys: { faults: string[] }[] };
    expect(keys.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await opened.deps.store.parkedEffects(10)).toEqual([]);
  });
});

describe("silence", () => {
  test("on a question withdraws the application", async () => {
    const { one, open, closed, letters } = await left("answer-question");
    expect(one?.status).toBe("withdrawn");
    expect(closed).toEqual([["answer-question", "withdrawn"]]);
    expect(open).toEqual([]);
    expect(letters).toContain("withdrawn");
  });

  test("of reviewers replaces them, until a manager must choose", async () => {
    const { one, slot, open, closed } = await left("declare");
    expect(one?.status).toBe("in-review");
    expect(closed).toContainEqual(["declare", "silent"]);
    expect(closed).toContainEqual(["review", "silent"]);
    for (const { tried } of slot) expect(tried.map(({ reason }) => reason)).toContain("silent");
    expect(open.map((task) => task.split(" ")[0])).toEqual(["assign-reviewer", "assign-reviewer"]);
  });

  test("of a provider on its offer tells the park and the company, and leaves the offer to run out", async () => {
    const { one, offer, closed, open, letters } = await left("renew-offer");
    expect(one?.status).toBe("in-review");
    expect(closed).toContainEqual(["renew-offer", "silent"]);
    expect(open.some((task) => task.startsWith("renew-offer"))).toBe(false);
    expect(Date.parse(offer[0]?.validUntil ?? "")).toBeLessThan(Date.parse(addDays(spring, 30)));
    expect(letters.filter((kind) => kind === "offer-again").length).toBeGreaterThanOrEqual(3);
  });

  test("of an approver frees the money and asks for another proposal", async () => {
    const { one, proposal, share, open, closed } = await left("approve");
    expect(one?.status).toBe("deciding");
    expect(closed).toEqual([["approve", "silent"]]);
    expect(proposal.map(({ status }) => status)).toEqual(["superseded"]);
    expect(share.map(({ reserved }) => reserved)).toEqual([0]);
    expect(open).toEqual(["propose 2"]);
  });

  test("on the statement before a grant lets the award lapse", async () => {
    const { one, open, closed, letters, voucher } = await left("give-statement");
    expect(one?.status).toBe("lapsed");
    expect(closed).toEqual([["give-statement", "lapsed"]]);
    expect(voucher).toEqual([]);
    expect(open).toEqual([]);
    expect(letters).toContain("mfa-lapsed");
  });

  test("on the terms lets the voucher lapse and gives its money back", async () => {
    const { one, share, open, letters } = await left("accept");
    expect(one?.status).toBe("lapsed");
    expect(share.map(({ committed }) => committed)).toEqual([0]);
    expect(open).toEqual([]);
    expect(letters.filter((kind) => kind === "lapsed")).toHaveLength(2);
  });

  test("for thirty days after its validity lets the voucher expire", async () => {
    const { one, voucher, share, open, closed, letters } = await left("use");
    expect(one?.status).toBe("expired");
    expect(Date.parse(one?.statusSince ?? "")).toBeGreaterThan(Date.parse(addDays(voucher[0]?.expires ?? spring, 29)));
    expect(closed).toEqual([["use", "expired"]]);
    expect(share.map(({ committed }) => committed)).toEqual([0]);
    expect(open).toEqual([]);
    expect(letters).toContain("expired");
  });

  test("on a service counts as confirmed", async () => {
    const { one, claim, closed } = await left("confirm-service");
    expect(closed).toEqual([["confirm-service", "confirmed"]]);
    expect(claim.map(({ confirmedBy }) => confirmedBy)).toEqual(["system:sweep"]);
    expect(one?.status).toBe("claim-check");
  });

  test("on a query leads back to the manager", async () => {
    const { one, open, closed } = await left("answer-query");
    expect(closed).toEqual([["answer-query", "unanswered"]]);
    expect(one?.status).toBe("claim-check");
    expect(open).toEqual(["check-claim 2"]);
  });

  test("on what came of a voucher ends the last question and with it the case, and nobody is blamed", async () => {
    const { one, open, closed, letters } = await left("answer-kpi");
    expect(one?.status).toBe("closed");
    expect(closed).toEqual([["answer-kpi", "silent"]]);
    expect(open).toEqual([]);
    expect(letters).not.toContain("escalation");
  });

  test.each([
    "screen",
    "confirm-ineligible",
    "settle-scope",
    "await-ranking",
    "propose",
    "release",
    "resume",
    "settle-dispute",
    "check-claim",
    "finance-check",
    "settle-refusal",
    "pay",
    "pay-again",
    "answer-account",
    "ask-back",
    "chase-recovery",
    "confirm-change",
    "admit-redress",
    "decide-redress",
  ])("never answers %s: it stays open, and those above were told", async (station) => {
    const { open, closed, letters } = await left(station);
    expect(closed).toEqual([]);
    expect(open.map((task) => task.split(" ")[0])).toEqual([station]);
    expect(letters).toContain("escalation");
  });
});
