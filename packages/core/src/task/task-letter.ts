/** What letters about a task say: the case, what is wanted, and until when in the reader's zone. */
import type { Case } from "../application/case.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { parkOf } from "../network/network-file.ts";
import type { Task } from "./task.ts";

export interface TaskLetterData {
  reference: string;
  title: string;
  park: string;
  applicant: string;
  provider: string;
  kind: Task["kind"];
  due: Task["due"];
  zone: string;
  /** The page on which the task is done. */
  path: string;
  /** Amount concerned, if one is known. */
  amount?: { amount: number; currency: string };
  /** What is asked, in the asking person's own words, where there are such. */
  text?: string;
  /** Of an approval that a colleague handed to the reader. */
  handed?: { by: string; until: Task["due"]; reason: string };
}

/** @param query the park's words about a claim, where the task is to answer them. */
export function taskLetterData(
  one: Case,
  task: Pick<Task, "kind" | "due" | "slot" | "holder">,
  network: NetworkFile,
  query?: string,
): TaskLetterData {
  const parkId = task.holder.kind === "role" ? task.holder.parkId : one.leadPark;
  const park = parkOf(network, parkId);
  const amount = one.awarded ?? one.requested;
  const question = task.kind === "answer-question" ? one.questions?.at(-1)?.question : query;
  return {
    reference: one.reference,
    title: one.title,
    park: park.name,
    applicant: one.applicantName,
    provider: one.providerName ?? "",
    kind: task.kind,
    due: task.due,
    zone: park.zone,
    path: `/cases/${one.caseId}`,
    ...(amount === undefined ? {} : { amount }),
    ...(question === undefined ? {} : { text: question }),
  };
}
