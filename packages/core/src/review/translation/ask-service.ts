/** The only place that decides to ask a park's translation service for the words of a case that waits for them. */
import type { Case } from "../../application/case.ts";
import type { EffectDraft } from "../../effect/effect.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Decision, Moment } from "../../kernel/verb.ts";
import { parkOf } from "../../network/network-file.ts";
import type { Language } from "../../person/person.ts";
import type { Change } from "../../port/store.ts";
import type { Translating } from "./translating.ts";

interface Asking {
  readonly changes: Change[];
  readonly events: NonNullable<Decision<unknown>["events"]>;
  readonly effects: EffectDraft[];
}

/** @param languages one of which is wanted; the service is asked for the first. Undefined where the lead park has no service. */
export function askService(one: Case, languages: readonly Language[], moment: Moment): Asking | undefined {
  const { translation: service } = parkOf(moment.network, one.leadPark);
  const [language] = languages;
  if (service === undefined || language === undefined) return undefined;
  const { caseId, attempt } = one;
  const facts = { service: service.name, language };
  return {
    changes: [standsAt(one, { ...facts, state: "asked", at: moment.now })],
    events: [{ stream: caseId, caseId, type: "translation.asked", facts }],
    effects: [{ body: { kind: "translate-case", caseId, attempt } }],
  };
}

/** The case says so, as long as it is in review. */
export function standsAt({ caseId }: Pick<Case, "caseId">, translating: Translating | undefined): Change {
  return { op: "patch", name: "case", key: { caseId }, set: { translating }, when: { status: "in-review" } };
}

/** A failure that is repeated is told once. */
export function failedBefore(before: Translating | undefined, now: Omit<Translating, "at"> & { at: Instant }): boolean {
  return before?.state === "failed" && before.fault === now.fault && before.language === now.language;
}
