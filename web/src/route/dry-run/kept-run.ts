/** What was typed in a dry run: kept in this window alone, and begun with an invented company that the draft is for. */
import { i18n } from "@lingui/core";
import { type ApiInput, api } from "../../client.ts";
import { forgetAbout, keep, readKept } from "../../form/kept.ts";
import { loadArea } from "../../language/catalogue.ts";

export type Ask = ApiInput<"post", "/api/calls/{callId}/dry-run">["body"];
export type Run = Ask["run"];
export type Step = NonNullable<Ask["doing"]>;

interface Kept {
  readonly run: Run;
  /** When it was last changed. */
  readonly at: string;
}

const nameOf = (callId: string) => `dry-run:${callId}`;

export async function keptRun(callId: string): Promise<Kept> {
  const kept = readKept(nameOf(callId)) as Kept | undefined;
  return kept ?? keepRun(callId, await firstRun(callId));
}

export function keepRun(callId: string, run: Run): Kept {
  const kept = { run, at: new Date().toISOString() };
  keep(nameOf(callId), kept);
  return kept;
}

/** With what the forms of its pages kept, too. */
export function forgetRun(callId: string): void {
  forgetAbout(callId);
}

async function firstRun(callId: string): Promise<Run> {
  const [{ call }] = await Promise.all([
    api("get", "/api/calls/{callId}/desk", { params: { callId } }),
    loadArea("dry-run"),
  ]);
  const [sector] = call.sectors;
  return {
    language: call.languages.find((language) => language === i18n.locale) ?? call.languages[0] ?? "en",
    names: {
      person: i18n._("Invented person"),
      kinds: {
        company: i18n._("Invented company"),
        academia: i18n._("Invented university"),
        public: i18n._("Invented public body"),
        funder: i18n._("Invented funder"),
        park: i18n._("Invented park"),
        "patient-organisation": i18n._("Invented patient organisation"),
      },
    },
    applicant: {
      kind: "company",
      country: call.eligibleCountries[0] ?? "BE",
      homePark: call.leadPark,
      ...(sector === undefined ? {} : { sector }),
    },
    sections: {},
    documents: [],
    sent: false,
    lay: false,
    filed: false,
  };
}
