/** A letter is sent again to nobody whom it would not go to if it were written today. */
import type { Case } from "@multihelix/core/application/case.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Letter } from "@multihelix/core/letter/letter.ts";
import { resendLetter } from "@multihelix/core/letter/resend-letter.ts";
import { joinChanges, leaveChanges } from "@multihelix/core/organisation/member-changes.ts";
import type { Change, Store } from "@multihelix/core/port/store.ts";
import { isWindowOpen } from "@multihelix/core/redress/open-window.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { ascendingIds, type TestDeps } from "../../fixture/deps.ts";
import { aStoredLetter } from "../../fixture/letter.ts";
import { aPerson, storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const mia = staff("mia", "manager", "limburg");
const [vivo, lab, anna] = [idOf("org", "vivo"), idOf("org", "lab"), idOf("per", "anna")];
let store: Store;
let deps: TestDeps;
let one: Case;

beforeEach(async () => {
  ({ store, deps } = world);
  await storePeople(store);
  await store.commit([
    { op: "put", name: "person", value: aPerson("olga") },
    ...joinChanges([vivo], anna, "editor"),
    ...joinChanges([vivo], idOf("per", "olga"), "owner"),
    ...joinChanges([lab], idOf("per", "lars"), "owner"),
  ]);
  one = await storeCase(store, { status: "rejected" });
});

const returned = (name: string, kind = "decision-rejection") =>
  aStoredLetter(store, {
    stream: one.caseId,
    caseId: one.caseId,
    kind,
    key: `${kind}:1:${idOf("per", name)}`,
    to: { personId: idOf("per", name), email: `${name}@example.org`, name },
    status: "bounced",
    createdAt: deps.clock.now(),
  });

/** The address that it goes to now, or the code that refuses it. */
async function again({ letterId }: Letter): Promise<string> {
  const { caseId } = one;
  try {
    const sent = await perform(deps, mia, `again-${ascendingIds.ulid()}`, resendLetter, { caseId, letterId });
    return (await store.get("letter", { stream: caseId, letterId: sent.letterId }))?.to.email ?? "";
  } catch (error) {
    expect(await store.list("letter", { stream: caseId })).toHaveLength(1);
    return (error as { code: string }).code;
  }
}

const privateAddress: Change = { op: "put", name: "person", value: aPerson("anna", { email: "anna@home.example" }) };
const leaves = (): Change[] => [...leaveChanges([vivo], anna, deps.clock.now()), privateAddress];

describe("a party's letter that came back", () => {
  test("goes to the address that its contact has now", async () => {
    const letter = await returned("anna");
    await store.commit([privateAddress]);
    expect(await again(letter)).toBe("anna@home.example");
    expect(await again(await returned("lars", "offer-over"))).toBe("lars@example.org");
  });

  test("goes to no contact who has left, and redress can be asked about it as before", async () => {
    const letter = await returned("anna");
    await store.commit(leaves());
    expect(await again(letter)).toBe("letter.addressee-left");
    const letters = await store.list("letter", { stream: one.caseId });
    const facts = { one, call: aCall(), voucher: undefined, claims: [], recoveries: [], letters };
    expect(isWindowOpen(facts, "Europe/Brussels", at("2027-11-12T09:00:00Z"))).toBe(true);
  });

  test("goes to nobody who has left, although the other party's letters go to them now", async () => {
    const letter = await returned("anna");
    const offer = await store.get("offer", { caseId: one.caseId });
    if (offer === undefined) throw new Error("the case has no offer");
    await store.commit([
      ...leaves(),
      ...joinChanges([lab], anna, "editor"),
      { op: "put", name: "offer", value: { ...offer, contactId: anna } },
    ]);
    expect(await again(letter)).toBe("letter.addressee-left");
  });

  test("goes to no member whose case it is no more; to owners while the contact has left", async () => {
    const letter = await returned("olga");
    expect(await again(letter)).toBe("letter.addressee-left");
    await store.commit(leaves());
    expect(await again(letter)).toBe("olga@example.org");
  });

  test("of a handover goes to the colleague who is asked to take over", async () => {
    expect(await again(await returned("olga", "handover"))).toBe("olga@example.org");
  });
});

describe("a letter to staff that came back", () => {
  const approves = (until: string): Change => ({
    op: "put",
    name: "grant",
    value: {
      personId: idOf("per", "abe"),
      grantId: idOf("rgr", "abeapprover"),
      role: "approver",
      scope: { kind: "park", parkId: "limburg" },
      until: at(until),
      substitute: false,
      version: 0,
    },
  });

  test("goes to whoever holds the role still", async () => {
    const letter = await returned("abe", "approval-asked");
    await store.commit([approves("2099-01-01T00:00:00Z")]);
    expect(await again(letter)).toBe("abe@example.org");
  });

  test("goes to nobody whose role has ended", async () => {
    await store.commit([approves("2026-01-01T00:00:00Z")]);
    expect(await again(await returned("abe", "approval-asked"))).toBe("letter.addressee-left");
  });

  test("goes to a reviewer while the review is theirs, and no longer", async () => {
    const slot = { caseId: one.caseId, slot: "r1", attempt: 1, round: 1, tried: [], soft: [], version: 0 };
    const personId = idOf("per", "rik");
    await store.commit([
      { op: "put", name: "person", value: aPerson("rik") },
      { op: "create", name: "slot", value: { ...slot, reviewerId: personId, status: "invited" } },
    ]);
    const letter = await returned("rik", "review-invitation");
    expect(await again(letter)).toBe("rik@example.org");
    const tried = [{ personId, reason: "declined", at: deps.clock.now() }];
    await store.commit([
      { op: "replace", name: "slot", value: { ...slot, tried, status: "unfilled" } },
      { op: "remove", name: "letter", key: (await store.list("letter", { stream: one.caseId }))[1] as Letter },
    ]);
    expect(await again(letter)).toBe("letter.addressee-left");
  });
});
