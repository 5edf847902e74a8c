/** The network's secretary gave a task to the reader, with the reason. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import type { Template } from "../template.ts";
import { wanted } from "./reminder.ts";

export const reassigned: Template<TaskLetterData & { by: string; reason: string }> = {
  en: (data, say) => ({
    subject: `Given to you: ${data.reference}`,
    body: [
      `${data.by}, the network’s secretary, asks you to do this for ${data.park}. The reason: ${data.reason}`,
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Aan u toegewezen: ${data.reference}`,
    body: [
      `${data.by}, de secretaris van het netwerk, vraagt u om dit te doen voor ${data.park}. De reden: ${data.reason}`,
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `Confié à vous : ${data.reference}`,
    body: [
      `${data.by}, secrétaire du réseau, vous demande de faire ceci pour ${data.park}. La raison : ${data.reason}`,
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `Givet till dig: ${data.reference}`,
    body: [
      `${data.by}, nätverkets sekreterare, ber dig att göra detta för ${data.park}. Skälet: ${data.reason}`,
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `Wedi’i roi i chi: ${data.reference}`,
    body: [
      `Mae ${data.by}, ysgrifennydd y rhwydwaith, yn gofyn i chi wneud hyn ar ran ${data.park}. Y rheswm: ${data.reason}`,
      ...wanted(data, say),
    ],
  }),
};
