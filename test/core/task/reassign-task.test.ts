/** The secretary gives one open task to a named person who may do it; the others are first asked no more, and the secretary answers nothing. */

import type { Case } from "@multihelix/core/application/case.ts";
import { answerApproval } from "@multihelix/core/approval/answer-approval.ts";
import { askNext } from "@multihelix/core/approval/ask-next.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Interest } from "@multihelix/core/person/interest.ts";
import { reassignTask } from "@multihelix/core/task/reassign-task.ts";
import { type Task, taskPath } from "@multihelix/core/task/task.ts";
import { myTasks } from "@multihelix/core/view/my-tasks.ts";
import { readNetworkGaps } from "@multihelix/core/view/network-gaps.ts";
import { readReassignment } from "@multihelix/core/view/reassignment.ts";
import { requireStaff } from "@multihelix/core/voucher/staff.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { anApprover, aProposal, approvingFacts } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { patches } from "../../fixture/changes.ts";
import { lettersOf, openScreening, taskOf } from "../../fixture/screening-task.ts";
import { storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const sia: PersonActor = {
  ...staff("sia", "secretary", "network"),
  grants: staff("sia", "secretary", "network").grants.map((grant) => ({
    ...grant,
    scope: { kind: "network" } as const,
  })),
};
const equity: Interest = { organisationId: idOf("org", "vivo"), kind: "equity" };
let one: Case;
let task: Task;
beforeEach(async () => {
  await storePeople(world.store);
  one = await storeCase(world.store, { status: "screening" });
  await declare("mia", []);
  await declare("sam", []);
  task = await openScreening(world.deps, one);
});

async function declare(name: string, entries: Interest[]): Promise<void> {
  const personId = idOf("per", name);
  const before = await world.store.get("interests", { personId });
  const scope = { kind: "park", parkId: "limburg" } as const;
  await world.store.commit([
    { op: "put", name: "interests", value: { personId, entries, version: (before?.version ?? 0) + 1 } },
    {
      op: "put",
      name: "grant",
      value: { personId, grantId: idOf("rgr", `${name}m`), role: "manager", scope, substitute: false, version: 0 },
    },
  ]);
}
const give = (to: string, actor: PersonActor = sia, key = `give ${to} ${actor.name}`) =>
  perform(world.deps, actor, key, reassignTask, {
    caseId: one.caseId,
    task: taskPath(task),
    to: idOf("per", to),
    reason: "Mia is away until May.",
  });
const events = async () =>
  (await world.store.list("event", { stream: one.caseId })).filter(({ type }) => type === "task.reassigned");

describe("a task that the secretary gives to somebody", () => {
  test("asks that person alone, by letter, and is recorded without names", async () => {
    await give("sam");
    const after = await taskOf(world.deps, task);
    expect(after.asked).toEqual([idOf("per", "sam")]);
    expect(after.reassigned).toMatchObject([{ by: sia.personId, reason: "Mia is away until May." }]);
    expect(after.due).toBe(task.due);
    expect((await lettersOf(world.deps, one)).at(-1)).toBe("reassigned sam@example.org");
    expect((await events()).map(({ facts }) => facts)).toEqual([{ task: taskPath(task), to: idOf("per", "sam") }]);
    const { tasks } = await readReassignment(world.deps, sia, one.caseId);
    expect(tasks).toMatchObject([{ kind: "screen", asked: ["sam"], reassigned: [{ by: "sia", to: "sam" }] }]);
  });

  test("is no more among what is wanted of the others", async () => {
    const mia = staff("mia", "manager", "limburg");
    expect(await myTasks(world.deps, mia)).toHaveLength(1);
    await give("sam");
    expect(await myTasks(world.deps, mia)).toEqual([]);
    expect(await myTasks(world.deps, staff("sam", "manager", "limburg"))).toHaveLength(1);
  });

  test("given twice to the same person asks once", async () => {
    await give("sam");
    await give("sam", sia, "again");
    expect(await events()).toHaveLength(1);
  });
});

describe("a task is not given", () => {
  const unfit = (why: string) => ({ code: "task.reassign-unfit", facts: { why } });

  test("to whom a HARD interest keeps from the case, nor to who does not hold the role", async () => {
    await declare("sam", [equity]);
    await expect(give("sam")).rejects.toMatchObject(unfit("duties.interest"));
    await expect(give("abe")).rejects.toMatchObject(unfit("actor.role-needed"));
    const { tasks } = await readReassignment(world.deps, sia, one.caseId);
    expect(tasks[0]?.people.find(({ name }) => name === "sam")?.refusal?.code).toBe("duties.interest");
    expect(await events()).toEqual([]);
  });

  test("to the secretary, who answers nothing either", async () => {
    await expect(give("sia")).rejects.toMatchObject(unfit("task.self"));
    const answers = () => requireStaff(sia, "manager", one, [], world.deps.clock.now());
    expect(answers).toThrow(expect.objectContaining({ code: "actor.role-needed" }));
  });

  test("by anybody but the secretary", async () => {
    await expect(give("sam", staff("mia", "manager", "limburg"))).rejects.toMatchObject({ code: "actor.role-needed" });
  });

  test("once it is answered", async () => {
    await world.store.commit([{ op: "put", name: "task", value: { ...task, status: "answered" } }]);
    await expect(give("sam")).rejects.toMatchObject({ code: "task.not-open" });
  });
});

test("to whoever did an earlier step an approval is not given, with the step as the reason", () => {
  const facts = approvingFacts({ proposals: [aProposal({ proposedBy: idOf("per", "abe") })] });
  const approval = facts.tasks.find(({ slot }) => slot === "limburg");
  if (approval === undefined || facts.one === undefined) throw new Error("an approval is asked");
  const abe = anApprover("abe");
  const input = { caseId: facts.one.caseId, parkId: "limburg", noInterest: true, answer: "ask", reason: "" } as const;
  const given = {
    one: facts.one,
    task: approval,
    slots: [],
    claims: [],
    holders: [{ personId: abe.personId, email: "abe@example.org", name: "abe", language: "en" as const }],
    person: abe,
    judge: (moment: ReturnType<typeof aMoment>) => void answerApproval.decide(facts, abe, input, moment),
  };
  const to = { caseId: facts.one.caseId, task: taskPath(approval), to: abe.personId, reason: "Late." };
  expect(() => reassignTask.decide(given, sia, to, aMoment())).toThrow(
    expect.objectContaining({
      code: "task.reassign-unfit",
      facts: { why: "duties.same-person", step: "decision.propose" },
    }),
  );
});

test("once the named person has given the first of two approvals, the others have their turn again", () => {
  const facts = approvingFacts({});
  const approval = facts.tasks.find(({ slot }) => slot === "limburg");
  if (approval === undefined || facts.one === undefined) throw new Error("it is asked");
  const abe = anApprover("abe");
  const moment = aMoment();
  const row = moment.network.approvals.find(({ parkId }) => parkId === "limburg");
  if (row === undefined) throw new Error("Limburg has a rule");
  const policy = { ...row, approvers: 2 as const, order: "parallel" as const };
  const named = { ...approval, asked: [abe.personId] };
  const next = askNext(
    { one: facts.one, task: named, tasks: facts.tasks, proposals: facts.proposals, policy, staff: facts.staff },
    abe,
    moment,
  );
  expect(patches(next.changes, "task")[0]?.set).toMatchObject({ given: [abe.personId], asked: undefined });
});

test("a task past its day is the secretary's to see, with whom it asks", async () => {
  await world.store.commit([
    { op: "put", name: "task", value: { ...task, due: "2026-11-01T22:59:59.000Z" as Task["due"] } },
  ]);
  await world.store.commit([{ op: "put", name: "call", value: aCall() }]);
  const { late } = await readNetworkGaps(world.deps, sia);
  expect(late).toMatchObject([{ caseId: one.caseId, kind: "screen" }]);
});
