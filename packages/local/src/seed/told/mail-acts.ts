/** How a company of the demonstration has its mail: one letter a day, with a message of the park held for it. */
import { chooseMail } from "@multihelix/core/person/choose-mail.ts";
import { writeMessage } from "@multihelix/core/thread/write-message.ts";
import type { Act } from "./told-case.ts";

export const asksForDailyMail = (after: number): Act => ({
  after,
  async run(scene) {
    await scene.perform(scene.told.sme, chooseMail, { pace: "daily", zone: "Europe/Brussels" });
  },
});

/** From the lead park's manager to the company. */
export const tellsCompany = (after: number, text: string): Act => ({
  after,
  async run(scene) {
    const { park } = scene;
    const input = { caseId: scene.caseId(), side: "applicant", parkId: park, text };
    await scene.perform(`${park}-manager`, writeMessage, input);
  },
});
