/** The branch in which people say nothing: a reminder, the substitute who is told, a question that nobody answers. */
import { demoPeople } from "@multihelix/local/seed/seed-steps.ts";
import { cameInAnew, canWait, later } from "./later.ts";
import { asked, expect, type Story } from "./story.ts";
import type { Branch } from "./voucher.ts";
import { applied, screened } from "./voucher-steps.ts";
import { until } from "./world.ts";

const dayMs = 86_400_000;

async function silent(given: Story): Promise<string> {
  const before = canWait(given) ? cameInAnew(given) : given;
  const told = await applied(before, 875_000);
  const { caseId, reference } = told;
  await before.caseUntil(before.people.manager, caseId, "the screening", (view) => asked(view, "screen"));
  // Elsewhere nobody may turn the clock.
  if (!canWait(given)) return caseId;
  const substitute = demoPeople.find(({ persona }) => persona === "limburg-substitute")?.email ?? "";
  const mailed = (to: string) =>
    until(`a mail to ${to}`, async () =>
      (await before.world.mails(to)).find(({ subject, text }) => `${subject} ${text}`.includes(reference)),
    );
  // Eight working days, whatever holidays lie between.
  const late = await later(before, before.now() + 21 * dayMs);
  await late.step("Manager does not screen: reminded, then the substitute is told", async () => {
    const mail = await mailed(substitute);
    const { tasks } = await late.caseUntil(substitute, caseId, "the screening", (view) => asked(view, "screen"));
    const task = tasks.find((one: { kind: string }) => one.kind === "screen");
    expect(task.due < new Date(late.now()).toISOString(), "it is late");
    return { evidence: mail.subject };
  });
  const question = { outcome: "ask", question: "Which assay will be validated?" };
  await screened({ ...late, people: { ...late.people, manager: substitute } }, told, question);
  await late.caseUntil(late.people.sme, caseId, "the question", (view) => asked(view, "answer-question"));
  const after = await later(late, late.now() + 28 * dayMs);
  await after.step("SME does not answer the question: withdrawn by time-out", async () => {
    await after.caseUntil(after.people.manager, caseId, "withdrawn", ({ status }) => status === "withdrawn");
    return { evidence: "withdrawn" };
  });
  const over = await later(after, after.now() + 45 * dayMs);
  await over.step("Nothing can come of it any more: closed by itself, still withdrawn", async () => {
    const closed = (view: { closedAt?: string }) => view.closedAt !== undefined;
    const { status, closedAt } = await over.caseUntil(over.people.sme, caseId, "the closing", closed);
    expect(status === "withdrawn", `its outcome stays (it is ${status})`);
    const sme = await over.as(over.people.sme);
    const message = { parkId: over.park, side: "applicant", text: "One more thing." };
    const refused = await sme.post(`/api/cases/${caseId}/threads`, message);
    expect(refused.status === 409, `a message is refused (answered ${refused.status})`);
    return { evidence: closedAt };
  });
  return caseId;
}

export const silentBranches: readonly Branch[] = [
  {
    name: "silent",
    what: "a manager reminded, a substitute who screens, a question without an answer: withdrawn by time-out, closed",
    cloud: false,
    tell: silent,
  },
];
