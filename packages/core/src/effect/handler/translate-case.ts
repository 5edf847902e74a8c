/** Asks the lead park's translation service for the words of a case that waits for them, and goes on once they are there. */
import { DomainError } from "../../kernel/error.ts";
import { perform } from "../../kernel/perform.ts";
import { parkOf } from "../../network/network-file.ts";
import type { Deps } from "../../port/deps.ts";
import { planTranslated } from "../../review/translation/plan-translated.ts";
import { stopWaiting } from "../../review/translation/stop-waiting.ts";
import { takeTranslation } from "../../review/translation/take-translation.ts";
import {
  translatedInto,
  translationWanted,
  type Words,
  wordsOf,
  wordsSchema,
} from "../../review/translation/translation.ts";
import type { Body } from "./list.ts";

const runner = { kind: "system", name: "outbox" } as const;
/** As long as a translation may be; a service may need more letters than the original has. */
const longest = { title: 120, need: 4000, effect: 4000, scope: 4000 } as const;
const parts = ["title", "need", "effect", "scope"] as const;

/** @throws unavailable `translation.service-away`: tried again later. What failed is told to the manager each time. */
export async function translateCase(deps: Deps, { caseId, attempt }: Body<"translate-case">): Promise<void> {
  const [one, project, offer, translations] = await Promise.all([
    deps.store.get("case", { caseId }),
    deps.store.get("section", { caseId, sectionId: "project" }),
    deps.store.get("offer", { caseId }),
    deps.store.list("translation", { caseId }),
  ]);
  if (one === undefined || one.status !== "in-review" || one.attempt !== attempt) return;
  const call = await deps.store.get("call", { callId: one.callId });
  const { translation: service } = parkOf(await deps.network.current(), one.leadPark);
  const original = wordsOf(project, offer);
  const [language] =
    call === undefined ? [] : translationWanted(call, one.language, translatedInto(translations, original));
  // Somebody translated it meanwhile, or the park has no service any more.
  if (service === undefined || language === undefined) {
    const stop = `translation-not-asked:${caseId}:${attempt}:${deps.ids.ulid()}`;
    if (one.translating !== undefined) await perform(deps, runner, stop, stopWaiting, { caseId, attempt });
    return;
  }
  const names = parts.filter((name) => original[name] !== undefined);
  const texts = names.map((name) => original[name] ?? "");
  const said = await deps.translator.translate({
    parkId: one.leadPark,
    service,
    texts,
    from: one.language,
    to: language,
  });
  const words = said.ok ? wordsFrom(names, said.texts) : undefined;
  const fault = said.ok ? ("garbled" as const) : said.fault;
  const answer = words === undefined ? ({ ok: false, fault } as const) : ({ ok: true, words, original } as const);
  // Each answer is one of its own, also where two came at one instant.
  const key = `translated:${caseId}:${attempt}:${deps.ids.ulid()}`;
  await perform(deps, runner, key, takeTranslation, { caseId, attempt, language, service: service.name, answer });
  if (!answer.ok && answer.fault === "away") throw new DomainError("unavailable", "translation.service-away");
}

/** Undefined where a text is missing or empty. */
function wordsFrom(names: readonly (keyof Words)[], texts: readonly string[]): Words | undefined {
  const entries = names.map((name, at) => {
    const text = (texts[at] ?? "").trim();
    return [name, text.length <= longest[name] ? text : `${text.slice(0, longest[name] - 1)}…`];
  });
  const parsed = wordsSchema.safeParse(Object.fromEntries(entries));
  return parsed.success && texts.length === names.length ? parsed.data : undefined;
}

/** @throws unavailable `translation.nobody-waits-yet` until the workflow has asked the manager. */
export async function planTranslatedCase(deps: Deps, { caseId, attempt }: Body<"plan-translated">): Promise<void> {
  // Asked again under another key: what was not there yet may be there now.
  const key = `plan-translated:${caseId}:${attempt}:${deps.ids.ulid()}`;
  const { outcome } = await perform(deps, runner, key, planTranslated, { caseId, attempt });
  if (outcome === "waiting") throw new DomainError("unavailable", "translation.nobody-waits-yet");
}
