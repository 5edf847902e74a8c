/** The review of one slot while it is written: saves itself, merges with another window, outlives a reload. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { api } from "../../client.ts";
import { forget, keep, readKept } from "../../form/kept.ts";
import { same } from "../../form/merge-answers.ts";
import { createSaver, type Saver, type SaverState, type Stored } from "../../form/saver.ts";
import { type CaseView, caseQuery } from "../case/case-query.ts";
import { answersOf, type Draft, draftOf, type Mark, noMark, sentOf, withAnswers } from "./review-marks.ts";

export interface ReviewEdit {
  readonly draft: Draft;
  readonly state: SaverState;
  readonly mark: (criterion: string, change: Partial<Mark>) => void;
  readonly confide: (confidence: number) => void;
  readonly choose: Saver["choose"];
  /** Saves at once; false if something is not stored. */
  readonly flush: () => Promise<boolean>;
  /** Nothing typed has to be kept any more: the review was sent. */
  readonly done: () => void;
}

interface Kept {
  readonly draft: Draft;
  readonly base: Stored;
}

export function useReview(view: CaseView, slot: string): ReviewEdit {
  const queries = useQueryClient();
  const { caseId } = view;
  const name = `review:${caseId}:${slot}`;
  const [first] = useState(() => {
    const stored = storedOf(view);
    const kept = readKept(name) as Kept | undefined;
    return kept ?? { draft: draftOf(view.reviews[0]), base: stored };
  });
  const [draft, setDraft] = useState(first.draft);
  const latest = useRef(draft);
  const [saver] = useState(() =>
    createSaver({
      first: first.base,
      changed: "review.changed",
      send: (answers, version) =>
        api("put", "/api/cases/{caseId}/slots/{slot}/draft", {
          params: { caseId, slot },
          body: { ...sentOf(answers), ...(version === undefined ? {} : { version }) },
        }),
      fetchLatest: async () => {
        const stored = storedOf(await queries.fetchQuery({ ...caseQuery(caseId), staleTime: 0 }));
        return { ...stored, version: stored.version ?? 0 };
      },
      onTaken: (answers) => take(withAnswers(latest.current, answers)),
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  function take(next: Draft) {
    latest.current = next;
    setDraft(next);
    keep(name, { draft: next, base: saver.base() } satisfies Kept);
    saver.change(answersOf(next));
  }

  useEffect(() => {
    saver.change(answersOf(latest.current));
    const hidden = () => {
      if (document.visibilityState === "hidden") void saver.flush();
    };
    document.addEventListener("visibilitychange", hidden);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      void saver.flush();
    };
  }, [saver]);

  useEffect(() => {
    // After each save both sides start from something newer; kept typing must start from there too.
    if (state.savedAt === undefined || readKept(name) === undefined) return;
    const stored = same(answersOf(latest.current), saver.base().answers) && !waits(latest.current);
    if (stored) forget(name);
    else keep(name, { draft: latest.current, base: saver.base() } satisfies Kept);
  }, [state.savedAt, saver, name]);

  return {
    draft,
    state,
    mark: (criterion, change) =>
      take({
        ...latest.current,
        marks: {
          ...latest.current.marks,
          [criterion]: { ...(latest.current.marks[criterion] ?? noMark), ...change },
        },
      }),
    confide: (confidence) => take({ ...latest.current, confidence }),
    choose: saver.choose,
    flush: saver.flush,
    done: () => {
      saver.stop();
      forget(name);
    },
  };
}

/** Whether some words wait for a mark before they can be stored. */
function waits({ marks }: Draft): boolean {
  return Object.values(marks).some((mark) => mark.score === undefined && mark.toApplicant + mark.toPark !== "");
}

function storedOf(view: CaseView): Stored {
  const [review] = view.reviews;
  if (review === undefined) return { answers: answersOf(draftOf(undefined)), version: undefined };
  return { answers: answersOf(draftOf(review)), version: review.version, at: review.savedAt };
}
