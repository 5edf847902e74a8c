/** Starting an application: a draft with its reference, before anything is filled in. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { windowOf } from "../call/call-window.ts";
import { requireMember } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, callIdSchema, organisationIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Organisation } from "../organisation/organisation.ts";
import { type Language, languageSchema } from "../person/person.ts";
import type { Reader } from "../port/store.ts";
import type { Case } from "./case.ts";
import { referenceOf } from "./reference.ts";
import { firstDraftLook } from "./tend-draft.ts";

interface Facts {
  readonly call: Call | undefined;
  readonly organisation: Organisation | undefined;
}

export const startApplication = verb({
  name: "application.start",
  input: z.object({
    callId: callIdSchema,
    organisationId: organisationIdSchema,
    /** What the application is written in: one of the call's languages, and without it the first of them. */
    language: languageSchema.optional(),
  }),
  async read(reader: Reader, { callId, organisationId }): Promise<Facts> {
    const [call, organisation] = await Promise.all([
      reader.get("call", { callId }),
      reader.get("organisation", { organisationId }),
    ]);
    return { call, organisation };
  },
  decide({ call, organisation }: Facts, actor, input, moment): Decision<{ caseId: CaseId; reference: string }> {
    const contact = requireMember(actor, input.organisationId, ["owner", "editor"]);
    if (organisation === undefined) throw new DomainError("not_found", "organisation.not-found");
    if (organisation.mergedInto !== undefined) throw new DomainError("conflict", "organisation.merged");
    if (call === undefined || call.state === "draft") throw new DomainError("not_found", "call.not-found");
    const window = windowOf(call, moment.now);
    if (window !== "open")
      throw new DomainError("conflict", "call.not-open", { window, opens: call.opens, closes: call.closes });
    const caseId = moment.newId("app");
    const reference = referenceOf(call, caseId, moment);
    const one: Case = {
      caseId,
      reference,
      callId: call.callId,
      leadPark: call.leadPark,
      payingParks: call.payers.map(({ parkId }) => parkId),
      applicantId: organisation.organisationId,
      applicantName: organisation.legalName,
      applicantCountry: organisation.address.country,
      contactId: contact.personId,
      title: "",
      language: languageOf(call, input.language),
      status: "draft",
      statusSince: moment.now,
      attempt: 1,
      useAttempt: 1,
      restarts: 0,
      createdAt: moment.now,
      version: 0,
    };
    return {
      changes: [
        { op: "create", name: "case", value: one },
        { op: "create", name: "draft", value: { callId: call.callId, caseId, version: 0 } },
        { op: "create", name: "reference", value: { reference, caseId, version: 0 } },
        {
          op: "create",
          name: "partyCase",
          value: { organisationId: one.applicantId, caseId, part: "applicant", version: 0 },
        },
      ],
      events: [{ stream: caseId, caseId, type: "application.started", to: "draft", facts: { callId: call.callId } }],
      effects: [firstDraftLook(caseId, moment.now)],
      result: { caseId, reference },
    };
  },
});

function languageOf(call: Call, asked: Language | undefined): Case["language"] {
  const language = asked ?? call.languages[0] ?? "en";
  if (!call.languages.includes(language)) {
    throw new DomainError("invalid", "application.language", { asked: language, languages: call.languages });
  }
  return language;
}
