/** Something is still wanted from the reader, and until when. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import { taskWords } from "../task-words.ts";
import type { Block, Template } from "../template.ts";

export const reminder: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `Reminder: ${data.reference} waits for you`,
    body: [`${data.park} still waits for you in this case.`, ...wanted(data, say)],
  }),
  nl: (data, say) => ({
    subject: `Herinnering: ${data.reference} wacht op u`,
    body: [`${data.park} wacht in dit dossier nog op u.`, ...wanted(data, say)],
  }),
  fr: (data, say) => ({
    subject: `Rappel : ${data.reference} vous attend`,
    body: [`${data.park} vous attend encore dans ce dossier.`, ...wanted(data, say)],
  }),
  sv: (data, say) => ({
    subject: `Påminnelse: ${data.reference} väntar på dig`,
    body: [`${data.park} väntar fortfarande på dig i det här ärendet.`, ...wanted(data, say)],
  }),
  cy: (data, say) => ({
    subject: `Nodyn atgoffa: mae ${data.reference} yn aros amdanoch`,
    body: [`Mae ${data.park} yn dal i aros amdanoch yn yr achos hwn.`, ...wanted(data, say)],
  }),
};

/** What, in which case, until when, and the way there. */
export function wanted(data: TaskLetterData, say: Say): Block[] {
  const words = caseWords[say.language];
  return [
    {
      facts: [
        ...aboutCase(say.language, data),
        [words.task, taskWords[say.language][data.kind]],
        [words.until, say.moment(data.due, data.zone)],
      ],
    },
    openCase(say.language, data),
  ];
}
