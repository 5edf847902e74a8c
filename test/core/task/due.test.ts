/** When tasks are due: computed once, in the working days of who acts, over the paying park's closures, in the right zone. */
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { clockOfHolder, clockOfPark, deadlinesOf, deadlinesOfUse, type WorksAt } from "@multihelix/core/task/due.ts";
import { taskRules } from "@multihelix/core/task/kind.ts";
import { openTask } from "@multihelix/core/task/open-task.ts";
import { type TaskKind, taskKinds } from "@multihelix/core/task/task.ts";
import { describe, expect, test } from "vitest";
import { workflow } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aVoucher } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { opening } from "../../fixture/stored-case.ts";

const network = demoNetwork();
const due = (kind: TaskKind, park: string, opened: string) =>
  deadlinesOf(network, at(opened), taskRules[kind], clockOfPark(network, park));

describe("a task of a park", () => {
  test("counts the park's working days, rolls the last over its closures, and ends with the day there", () => {
    // Limburg: Christmas is no working day, and the park is closed from 28 to 31 December; 1 January is a holiday.
    const { due: end, reminders, escalations, nextAt } = due("screen", "limburg", "2026-12-18T10:00:00Z");
    expect(end).toBe("2027-01-04T22:59:59.000Z");
    expect(reminders).toEqual(["2026-12-23T22:59:59.000Z"]);
    expect(escalations).toEqual(["2027-01-04T22:59:59.000Z", "2027-01-08T22:59:59.000Z"]);
    expect(nextAt).toBe("2026-12-23T22:59:59.000Z");
  });

  test("does not count its opening day, which is the day on the wall there", () => {
    expect(due("release", "limburg", "2026-06-01T21:30:00Z").due).toBe("2026-06-04T21:59:59.000Z");
    expect(due("release", "limburg", "2026-06-01T22:30:00Z").due).toBe("2026-06-05T21:59:59.000Z");
    expect(due("release", "sherbrooke", "2026-06-02T02:30:00Z").due).toBe("2026-06-05T03:59:59.000Z");
  });

  test("ends at 23:59:59 on the wall, before and after summer time begins and ends", () => {
    const spring = due("screen", "limburg", "2026-03-26T09:00:00Z");
    expect([spring.reminders[0], spring.due]).toEqual(["2026-03-31T21:59:59.000Z", "2026-04-02T21:59:59.000Z"]);
    const autumn = due("screen", "wales", "2026-10-20T09:00:00Z");
    expect([autumn.reminders[0], autumn.due]).toEqual(["2026-10-23T22:59:59.000Z", "2026-10-27T23:59:59.000Z"]);
  });

  test("in two parks differs by their holidays", () => {
    // 1 July is Canada Day, 24 June Québec's own; Belgium works on both.
    expect(due("screen", "limburg", "2026-06-23T14:00:00Z").due).toBe("2026-06-30T21:59:59.000Z");
    expect(due("screen", "sherbrooke", "2026-06-23T14:00:00Z").due).toBe("2026-07-03T03:59:59.000Z");
  });
});

/** The task as `open-task` makes it. */
function opened(
  kind: TaskKind,
  given: Partial<Parameters<typeof aCase>[0]> = {},
  now = "2026-06-08T09:00:00Z",
  slot = "-",
  worksAt: WorksAt = {},
) {
  const [status = "screening"] = taskRules[kind].opensIn;
  const facts = {
    one: aCase({ status, ...given }),
    existing: undefined,
    slot: undefined,
    voucher: aVoucher(),
    call: aCall({ mode: "deadline", opens: at("2026-01-05T08:00:00Z"), closes: at("2026-01-30T22:59:59Z") }),
    recipients: [],
    worksAt,
  };
  const reviewer = {
    caseId,
    slot: "r1",
    attempt: 1,
    round: 1,
    reviewerId: facts.one.contactId,
    status: "invited" as const,
    tried: [],
    soft: [],
    version: 0,
  };
  const decision = openTask.decide(
    { ...facts, slot: taskRules[kind].holder === "reviewer" ? reviewer : undefined },
    workflow,
    opening(caseId, kind, { slot: kind === "approve" || kind === "confirm-change" ? "limburg" : slot }),
    aMoment(now),
  );
  const [task] = written(decision.changes, "task");
  if (task === undefined) throw new Error("no task was made");
  return task;
}

describe("a task of the applicant", () => {
  test("counts the working days and ends in the zone of the applicant's country", () => {
    // Midsummer Eve, 19 June 2026, is no working day in Sweden.
    expect(opened("answer-question").due).toBe("2026-06-22T21:59:59.000Z");
    expect(opened("answer-question", { applicantCountry: "SE" }).due).toBe("2026-06-23T21:59:59.000Z");
    expect(opened("answer-question", { applicantCountry: "GB" }).due).toBe("2026-06-22T22:59:59.000Z");
  });

  test("rolls over the closures of the paying park", () => {
    expect(opened("confirm-service", { applicantCountry: "SE" }, "2026-12-11T09:00:00Z").due).toBe(
      "2027-01-04T22:59:59.000Z",
    );
  });

  test("from a country without a park is counted as the lead park's", () => {
    expect(opened("answer-question", { applicantCountry: "DK" }).due).toBe("2026-06-22T21:59:59.000Z");
  });

  test("in calendar days counts Saturdays and holidays", () => {
    const task = opened("accept", {}, "2026-12-01T09:00:00Z", "applicant");
    expect([task.due, ...task.reminders]).toEqual([
      "2026-12-31T22:59:59.000Z",
      "2026-12-16T22:59:59.000Z",
      "2026-12-26T22:59:59.000Z",
    ]);
  });
});

describe("a task of who acts for no park", () => {
  const one = aCase();
  const reviewer = { kind: "person", personId: one.contactId } as const;
  const provider = { kind: "organisation", organisationId: idOf("org", "lab") } as const;

  test("counts the working days of the reviewer's park, to the end of the day where the paying park is", () => {
    // Midsummer Eve, 19 June 2026: no working day in Sweden.
    expect(clockOfHolder(network, one, reviewer, { parkId: "uppsala" })).toEqual({
      ...clockOfPark(network, "limburg"),
      calendar: "SE",
    });
    const abroad = opened("review", {}, "2026-06-08T09:00:00Z", "r1", { parkId: "uppsala" });
    expect([abroad.due, opened("review", {}, "2026-06-08T09:00:00Z", "r1").due]).toEqual([
      "2026-06-23T21:59:59.000Z",
      "2026-06-22T21:59:59.000Z",
    ]);
  });

  test("counts those of the provider's country, and the lead park's where no park is there", () => {
    const clock = (country: string) => clockOfHolder(network, one, provider, { country });
    expect(clock("GB")).toEqual({ ...clockOfPark(network, "limburg"), calendar: "GB-WLS" });
    expect(clock("DK")).toEqual(clockOfPark(network, "limburg"));
  });
});

describe("the use of a voucher", () => {
  test("is due when the voucher ends, is reminded 60, 30 and 7 days before, and expires 30 days after, at that time of day there", () => {
    // The voucher ends in summer time, and the last reminders and the end fall on both sides of its end.
    const deadlines = deadlinesOfUse(at("2026-06-01T09:00:00Z"), at("2026-10-01T21:59:59Z"), "Europe/Brussels");
    expect(deadlines).toEqual({
      due: "2026-10-01T21:59:59.000Z",
      reminders: ["2026-08-02T21:59:59.000Z", "2026-09-01T21:59:59.000Z", "2026-09-24T21:59:59.000Z"],
      escalations: [],
      timeOut: "2026-10-31T22:59:59.000Z",
      nextAt: "2026-08-02T21:59:59.000Z",
    });
  });

  test("that opens late has only the reminders still to come", () => {
    const { reminders, nextAt } = deadlinesOfUse(
      at("2026-09-10T09:00:00Z"),
      at("2026-10-01T21:59:59Z"),
      "Europe/Brussels",
    );
    expect(reminders).toEqual(["2026-09-24T21:59:59.000Z"]);
    expect(nextAt).toBe("2026-09-24T21:59:59.000Z");
  });

  test("takes its deadlines from the voucher, not from the row of the table", () => {
    expect(opened("use").due).toBe(aVoucher().expires);
  });
});

describe("every kind of human task", () => {
  test.each(taskKinds)(
    "%s is held by somebody, has a reminder, and ends in an escalation or an answer by silence",
    (kind) => {
      const task = opened(kind, {}, "2026-06-08T09:00:00Z", kind === "accept" ? "provider" : "-");
      expect(task.reminders.length).toBeGreaterThan(0);
      expect(task.escalations.length > 0 || task.timeOut !== undefined).toBe(true);
      const all = [...task.reminders, ...task.escalations, ...(task.timeOut === undefined ? [] : [task.timeOut])];
      expect(task.nextAt).toBe([...all].sort()[0]);
      for (const reminder of task.reminders) expect(reminder < task.due).toBe(true);
      for (const escalation of task.escalations) expect(escalation >= task.due).toBe(true);
      expect((task.timeOut ?? task.due) >= task.due).toBe(true);
    },
  );
});
