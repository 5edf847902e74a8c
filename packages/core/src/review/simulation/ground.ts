/** What one simulation stands on: the call, the pool of today, and what speaks for and against each pair, worked out once for applications of the same kind. */
import type { Call } from "../../call/call.ts";
import type { Language } from "../../person/person.ts";
import { wantsLay } from "../lay-part.ts";
import { matcherFor, matchTextOf, sheetFor } from "../planning.ts";
import type { Candidate } from "../pool.ts";
import type { Sheet } from "../sheet.ts";
import { translationWanted } from "../translation/translation.ts";
import type { Work } from "../work.ts";
import type { Imagined } from "./imagine.ts";

export interface SimulatedPool {
  /** Whose role is in force, patients and lay members apart. */
  readonly experts: readonly Candidate[];
  readonly lay: readonly Candidate[];
  /** Reviews that are open today count as if they stayed so. */
  readonly work: readonly Pick<Work, "personId" | "caseId">[];
}

export interface Ground {
  readonly call: Call;
  readonly pool: SimulatedPool;
  readonly wantsLay: boolean;
  /** First day on which somebody may be asked, `YYYY-MM-DD`, and how many days the call takes applications. */
  readonly first: string;
  readonly days: number;
  /** A sheet without anybody at work. @param lay of the patients and lay members instead of the experts */
  sheetOf(application: Imagined, wanted: number, lay: boolean): Sheet;
  /** The language in which reviewers read it. */
  readIn(application: Imagined): Language;
}

export function groundOf(call: Call, pool: SimulatedPool, first: string, days: number): Ground {
  const sheets = new Map<string, Sheet>();
  const matchers = new Map<string, ReturnType<typeof matcherFor>>();
  const fits = (candidates: readonly Candidate[], sector: string | undefined, lay: boolean) => {
    const key = `${lay} ${sector}`;
    // Expertise is compared by field: nobody knows the words of what is to come.
    const found = matchers.get(key) ?? matcherFor(candidates, [matchTextOf("app_imagined", "", sector)]);
    matchers.set(key, found);
    return found;
  };
  const translation = commonest(call.reviewLanguages ?? [], pool.experts);
  const translated = ({ on }: Imagined): Language[] =>
    translation !== undefined && translationWanted(call, on.language, []).length > 0 ? [translation] : [];
  return {
    call,
    pool,
    wantsLay: wantsLay(call.rubric),
    first,
    days,
    readIn: (application) => translated(application)[0] ?? application.on.language,
    sheetOf(application, wanted, lay) {
      const key = `${lay} ${application.key}`;
      const { caseId, on } = application;
      const candidates = lay ? pool.lay : pool.experts;
      const found = sheets.get(key);
      if (found !== undefined) return { ...found, caseId, reference: caseId, wanted };
      const matcher = fits(candidates, on.sector, lay);
      const sheet = sheetFor({
        one: { caseId, reference: caseId, title: "", language: on.language },
        on,
        slots: [],
        count: wanted,
        candidates,
        translated: translated(application),
        match: (candidate) => matcher.score(candidate, 0),
        today: first,
      });
      sheets.set(key, sheet);
      return sheet;
    },
  };
}

/** Days from the first to the one on which its reviewers are asked: a deadline call asks all of them when it closes. */
export function dayOfAsking({ call, days }: Ground, { comes }: Pick<Imagined, "comes">): number {
  return call.mode === "deadline" ? Math.floor(days) : Math.floor(comes * days);
}

/** Which of the languages most of them read; the first where all are alike. */
function commonest(languages: readonly Language[], readers: readonly Candidate[]): Language | undefined {
  const count = (language: Language) => readers.filter(({ profile }) => profile.languages.includes(language)).length;
  return languages.toSorted((a, b) => count(b) - count(a))[0];
}
