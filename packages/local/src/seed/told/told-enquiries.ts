/** Questions about a call of the told demonstration: two that were answered in public, and one that waits. */
import type { MovableClock } from "@multihelix/adapters/system/clock.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { answerEnquiry } from "@multihelix/core/enquiry/answer-enquiry.ts";
import { askEnquiry } from "@multihelix/core/enquiry/ask-enquiry.ts";
import type { EnquiryTexts } from "@multihelix/core/enquiry/enquiry.ts";
import { addDays, type Instant } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Language } from "@multihelix/core/person/person.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { actorOf } from "../actor-of.ts";

interface ToldEnquiry {
  readonly key: string;
  readonly email: string;
  readonly language: Language;
  readonly question: string;
  readonly askedDaysAgo: number;
  readonly answer?: { readonly daysAgo: number; readonly texts: EnquiryTexts };
}

const code = "LIM-V26";

export const toldEnquiries: readonly ToldEnquiry[] = [
  {
    key: "branch",
    email: "els@branch.example",
    language: "en",
    question: "I am Els of Kempen Cultures. Our seat is in Genk, the laboratory in Eindhoven. May we apply?",
    askedDaysAgo: 23,
    answer: {
      daysAgo: 20,
      texts: {
        en: {
          question: "May a company apply whose seat is in Belgium and whose laboratory is abroad?",
          answer: "Yes. What counts is where the company is registered, not where it works.",
        },
        nl: {
          question: "Mag een bedrijf aanvragen met zetel in België en een laboratorium in het buitenland?",
          answer: "Ja. Wat telt is waar het bedrijf ingeschreven is, niet waar het werkt.",
        },
      },
    },
  },
  {
    key: "btw",
    email: "bart@maasdiagnostics.example",
    language: "nl",
    question: "Telt de btw op de factuur van een buitenlandse dienstverlener mee als kost?",
    askedDaysAgo: 12,
    answer: {
      daysAgo: 9,
      texts: {
        nl: {
          question: "Telt de btw op de factuur van een buitenlandse dienstverlener mee als kost?",
          answer: "Nee. De prijs is netto; btw die verlegd wordt, geeft u zelf aan.",
        },
      },
    },
  },
  {
    key: "two-offers",
    email: "noor@visitor.example",
    language: "en",
    question: "Two universities would each do half of the measurements. Can one voucher pay both of them?",
    askedDaysAgo: 1,
  },
];

/** Leaves the clock at `today`. Told again, each act is recognised by its key. */
export async function tellEnquiries(deps: Deps, clock: MovableClock, today: Instant): Promise<void> {
  const callId = callIdOf(code, deps.digest);
  const moveTo = (at: Instant) => clock.move(Date.parse(at) - Date.parse(deps.clock.now()));
  for (const { key, email, language, question, askedDaysAgo, answer } of toldEnquiries) {
    moveTo(addDays(today, -askedDaysAgo));
    const asked = { callId, email, language, question };
    await perform(deps, { kind: "system", name: "visitor" }, `told:enquiry:${key}`, askEnquiry, asked);
    if (answer === undefined) continue;
    const open = (await deps.store.list("enquiry", { callId })).find((one) => one.question === question);
    moveTo(addDays(today, -answer.daysAgo));
    await perform(deps, await actorOf(deps, "limburg-manager"), `told:answer:${key}`, answerEnquiry, {
      callId,
      enquiryId: open?.enquiryId,
      outcome: "published",
      texts: answer.texts,
    });
  }
  moveTo(today);
}
