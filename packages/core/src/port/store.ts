/** The door to state: strong reads of items by key, and one all-or-nothing commit. */
import type { CaseId, PersonId } from "../kernel/id.ts";
import type { EntityName, KeyOf, ValueOf, WithinOf } from "./entity.ts";

/** Reads that a verb may do. All are strongly consistent and touch base items only. */
export interface Reader {
  get<N extends EntityName>(name: N, key: KeyOf<N>): Promise<ValueOf<N> | undefined>;
  /** All items of one kind below one key prefix, in key order (one bounded partition). */
  list<N extends EntityName>(name: N, within: WithinOf<N>): Promise<ValueOf<N>[]>;
  /** One strong query of a case's whole partition. */
  wholeCase(caseId: CaseId): Promise<CaseItems>;
}

/** A person with their roles, organisations and interests. */
export interface PersonItems {
  readonly person: ValueOf<"person"> | undefined;
  readonly grants: ValueOf<"grant">[];
  readonly memberships: ValueOf<"membership">[];
  readonly formerMembers: ValueOf<"formerMember">[];
  readonly interests: ValueOf<"interests"> | undefined;
}

/** Everything stored in one case's partition, by kind. */
export type CaseItems = { [N in CaseEntity]: ValueOf<N>[] };
export const caseEntities = [
  "case",
  "section",
  "file",
  "offer",
  "translation",
  "task",
  "slot",
  "review",
  "proposal",
  "approval",
  "voucher",
  "share",
  "claim",
  "order",
  "recovery",
] as const;
export type CaseEntity = (typeof caseEntities)[number];

export type Scalar = string | number | boolean;
/** Facts an item must still have: equal to the scalar, one of several, or absent (`null`). */
export type Condition = Record<string, Scalar | readonly Scalar[] | null>;

/** The item must not exist yet. */
export type Create = { [N in EntityName]: { op: "create"; name: N; value: ValueOf<N> } }[EntityName];
/** The item must still have the version that `value.version` was read with. */
export type Replace = { [N in EntityName]: { op: "replace"; name: N; value: ValueOf<N> } }[EntityName];
/** Written whatever stood there before (rows, coalescing effects). */
export type Put = { [N in EntityName]: { op: "put"; name: N; value: ValueOf<N> } }[EntityName];
/** Some fields change if the facts in `when` still hold; `undefined` removes a field. */
export type Patch = {
  [N in EntityName]: { op: "patch"; name: N; key: KeyOf<N>; set: Partial<ValueOf<N>>; when: Condition };
}[EntityName];
/** Guarded delta: each field grows by `by`, and is refused if it would fall below `floor` (0 unless told). */
export type Add = {
  [N in EntityName]: {
    op: "add";
    name: N;
    key: KeyOf<N>;
    by: Record<string, number>;
    floor?: number;
    when?: Condition;
  };
}[EntityName];
/** Nothing is written, but the facts must hold. */
export type Check = { [N in EntityName]: { op: "check"; name: N; key: KeyOf<N>; when: Condition } }[EntityName];
export type Remove = { [N in EntityName]: { op: "remove"; name: N; key: KeyOf<N>; when?: Condition } }[EntityName];

export type Change = Create | Replace | Put | Patch | Add | Check | Remove;

/** Which change a refused commit broke on. `condition`: a fact no longer held; `conflict`: another transaction was faster. */
export interface Refusal {
  name: EntityName;
  op: Change["op"];
  reason: "condition" | "conflict";
}

export type CommitOutcome = { ok: true } | { ok: false; refusals: readonly Refusal[] };

export interface Store extends Reader {
  /** Behind a store that hides cases from somebody: the one that hides nothing. For acts and for totals of the books. */
  readonly whole?: Store;
  /**
   * Write all changes or none (one transaction; changes to one item are merged; at most 80 items, 1 MB, 300 KB an item).
   * A refusal is a value; `DomainError("unavailable", "store.unavailable")` means that the outcome is unknown or the store is away.
   */
  commit(changes: readonly Change[]): Promise<CommitOutcome>;
  /** One strong query for who somebody is: what every signed-in request asks first. */
  wholePerson(personId: PersonId): Promise<PersonItems>;
  /** Open tasks of a holder (`role:manager:limburg`, `person:per_…`, `organisation:org_…`), soonest due first. Eventually consistent. */
  tasksHeldBy(holder: string): Promise<ValueOf<"task">[]>;
  /** Effects due at or before `now`, oldest first. Eventually consistent: re-read before believing. */
  dueEffects(now: string, limit: number): Promise<ValueOf<"effect">[]>;
  /** Open tasks whose next reminder, escalation or deadline is at or before `now`. Eventually consistent. */
  dueTasks(now: string, limit: number): Promise<ValueOf<"task">[]>;
  /** Effects that gave up, newest first. */
  parkedEffects(limit: number): Promise<ValueOf<"effect">[]>;
}
