/** Saves one piece of writing while it is typed: one request at a time, what others changed is merged, and nothing typed is lost. */
import { isApiProblem } from "../problem.ts";
import { type Answers, type Clash, mergeAnswers, same } from "./merge-answers.ts";

/** Answers as they are stored; without a version it was never saved. */
export interface Stored {
  readonly answers: Answers;
  readonly version: number | undefined;
  /** Who saved it, if it is known. */
  readonly by?: string;
  readonly at?: string;
}

export interface Latest extends Stored {
  readonly version: number;
}

export interface SaverState {
  readonly saving: boolean;
  readonly savedAt: string | undefined;
  /** Why the last attempt failed; it is repeated only if no answer came. */
  readonly problem: unknown;
  /** What two people wrote into the same field, until one of the two is chosen. */
  readonly clashes: readonly Clash[];
  /** The other's version while there are clashes. */
  readonly other: Stored | undefined;
}

export interface SaverOptions {
  readonly first: Stored;
  /** Code of the refusal that says that another version was stored meanwhile. */
  readonly changed: string;
  readonly send: (answers: Answers, version: number | undefined) => Promise<{ version: number; savedAt: string }>;
  readonly fetchLatest: () => Promise<Latest>;
  /** Puts what another person wrote into the form. */
  readonly onTaken: (answers: Answers) => void;
  /** Milliseconds of silence before a save. */
  readonly pause?: number;
  /** Milliseconds before another try when no answer came. */
  readonly patience?: number;
}

export interface Saver {
  readonly state: () => SaverState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What the form holds now. */
  readonly change: (answers: Answers) => void;
  /** Saves at once; true when everything is stored. */
  readonly flush: () => Promise<boolean>;
  readonly choose: (field: string, which: "mine" | "theirs") => void;
  /** What both sides start from, to be kept with unsaved typing. */
  readonly base: () => Stored;
  readonly stop: () => void;
}

export function createSaver({
  first,
  changed,
  send,
  fetchLatest,
  onTaken,
  pause = 800,
  patience = 5000,
}: SaverOptions): Saver {
  let base = first;
  let mine = first.answers;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let state: SaverState = {
    saving: false,
    savedAt: first.at,
    problem: undefined,
    clashes: [],
    other: undefined,
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<SaverState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const isStored = () => same(mine, base.answers);
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };

  /** One at a time: who comes while it runs waits for it, and it goes on until what is typed is stored. */
  function save(): Promise<void> {
    clearTimeout(timer);
    running ??= saveAll().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function saveAll(): Promise<void> {
    while (!isStored() && state.clashes.length === 0) {
      set({ saving: true });
      const sent = mine;
      try {
        const { version, savedAt } = await send(sent, base.version);
        base = { answers: sent, version };
        set({ savedAt, problem: undefined });
      } catch (refused) {
        const problem = isApiProblem(refused, changed) ? await takeIn() : refused;
        if (problem === undefined) continue;
        set({ saving: false, problem });
        if (isApiProblem(problem, "network.unreachable")) later(patience);
        return;
      }
    }
    set({ saving: false });
  }

  /** Merges what another person saved; what went wrong with reading it is given back. */
  async function takeIn(): Promise<unknown> {
    let latest: Latest;
    try {
      latest = await fetchLatest();
    } catch (problem) {
      return problem;
    }
    const { answers, taken, clashes } = mergeAnswers(base.answers, mine, latest.answers);
    base = latest;
    mine = answers;
    if (taken.length > 0) onTaken(Object.fromEntries(taken.map((field) => [field, latest.answers[field]])));
    set({ clashes, other: clashes.length > 0 ? latest : undefined, savedAt: latest.at });
    return undefined;
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (answers) => {
      mine = answers;
      if (state.clashes.length > 0)
        set({ clashes: state.clashes.map((clash) => ({ ...clash, mine: answers[clash.field] })) });
      else if (!isStored()) later(pause);
    },
    flush: async () => {
      await save();
      return isStored();
    },
    choose: (field, which) => {
      const clash = state.clashes.find((one) => one.field === field);
      if (clash === undefined) return;
      if (which === "theirs") {
        mine = { ...mine, [field]: clash.theirs };
        onTaken({ [field]: clash.theirs });
      }
      const clashes = state.clashes.filter((one) => one !== clash);
      set({ clashes, other: clashes.length > 0 ? state.other : undefined });
      if (clashes.length === 0) void save();
    },
    base: () => base,
    stop: () => clearTimeout(timer),
  };
}
