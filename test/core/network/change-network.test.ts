import { canonicalJson } from "@multihelix/core/kernel/canonical-json.ts";
import { aidRowFor } from "@multihelix/core/network/aid-row-for.ts";
import { answerNetwork } from "@multihelix/core/network/answer-network.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { editedFile } from "@multihelix/core/network/edit-network.ts";
import { differencesOf } from "@multihelix/core/network/file-difference.ts";
import type { NetworkChange, NetworkEdit } from "@multihelix/core/network/network-change.ts";
import { networkFileSchema } from "@multihelix/core/network/network-file.ts";
import type { NetworkItem } from "@multihelix/core/network/network-item.ts";
import { proposeNetwork } from "@multihelix/core/network/propose-network.ts";
import { runningOut } from "@multihelix/core/network/running-out.ts";
import { expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const fresh = <A extends object>(actor: A) => ({ ...actor, secondFactorAt: moment.now });
const sia = fresh(staff("sia", "secretary", "network"));
const mia = fresh(staff("mia", "manager", "limburg"));
const max = fresh(staff("max", "manager", "wales"));
const file = JSON.parse(JSON.stringify(demoNetwork())) as Record<string, unknown>;
const current: NetworkItem = { id: "current", number: 3, appliedAt: moment.now, file, hash: "before", version: 2 };

const rate = { base: "EUR", quote: "SEK", rate: "11.1", source: "ECB", date: "2026-11-11", period: "2026-11-11" };
const rates: NetworkEdit = { kind: "rates", rates: [rate] };
const propose = (edit: NetworkEdit, actor: object = sia, open?: NetworkChange, base = 3) =>
  proposeNetwork.decide(
    { current, open, calls: [aCall()] },
    actor as never,
    { edit, base, reason: "It is time." },
    moment,
  );
const proposed = (edit: NetworkEdit, actor: object = sia): NetworkChange =>
  written(propose(edit, actor).changes, "networkChange")[0] as NetworkChange;
const answer = (
  change: NetworkChange | undefined,
  actor: object,
  what: "apply" | "decline" | "take-back",
  { grants = sia.grants, now = current, hash = change?.hash ?? "none" } = {},
) =>
  answerNetwork.decide(
    { current: now, open: change, calls: [aCall()], grants },
    actor as never,
    { answer: what, hash },
    moment,
  );

test("a change waits: nothing but the proposal is written until another person answers", () => {
  expect(propose(rates).changes.map(({ name }) => name)).toEqual(["networkChange"]);
  const { changes, result } = answer(proposed(rates), mia, "apply");
  expect(result).toEqual({ number: 4 });
  const [next, before] = written(changes, "network") as NetworkItem[];
  expect(networkFileSchema.parse(next?.file).rates).toContainEqual(rate);
  expect(before).toMatchObject({ id: "3", number: 3 });
  expect(changes).toContainEqual({ op: "remove", name: "networkChange", key: { id: "open" }, when: { version: 0 } });
});

test("of the two people nobody is both, and one is a secretary", () => {
  expect(refused(() => answer(proposed(rates), sia, "apply"))).toBe("forbidden network.own-change");
  const byManager = proposed(rates, mia);
  expect(refused(() => answer(byManager, max, "apply", { grants: mia.grants }))).toBe("forbidden actor.role-needed");
  expect(answer(byManager, sia, "apply", { grants: mia.grants }).result).toEqual({ number: 4 });
  const over = sia.grants.map((grant) => ({ ...grant, until: moment.now }));
  expect(refused(() => answer(byManager, max, "apply", { grants: over }))).toBe("forbidden actor.role-needed");
  expect(refused(() => propose(rates, fresh(staff("fin", "finance", "limburg"))))).toBe("forbidden actor.role-needed");
  expect(refused(() => propose(rates, staff("sia", "secretary", "network")))).toBe("forbidden second-factor.stale");
});

test("who proposed it takes it back, anybody else declines it; both change nothing", () => {
  const change = proposed(rates);
  for (const { changes } of [answer(change, sia, "take-back"), answer(change, mia, "decline")])
    expect(changes.map(({ op, name }) => `${op} ${name}`)).toEqual(["remove networkChange"]);
  expect(refused(() => answer(change, mia, "take-back"))).toBe("forbidden network.not-yours");
});

test("only the change that was looked at is answered, and only on the settings that it was made for", () => {
  const change = proposed(rates);
  expect(refused(() => answer(change, mia, "apply", { hash: "another" }))).toBe("conflict network.change-gone");
  expect(refused(() => answer(undefined, mia, "apply"))).toBe("conflict network.change-gone");
  expect(refused(() => answer(change, mia, "apply", { now: { ...current, number: 4 } }))).toBe(
    "conflict network.moved-on",
  );
  expect(refused(() => propose(rates, mia, change))).toBe("conflict network.change-open");
  expect(refused(() => propose(rates, mia, undefined, 2))).toBe("conflict network.moved-on");
});

test("a rate that was published is never another afterwards", () => {
  const [known] = demoNetwork().rates;
  if (known === undefined) throw new Error("the demonstration has no rate");
  expect(refused(() => propose({ kind: "rates", rates: [{ ...known, rate: "2" }] }))).toBe(
    "conflict network.rate-there",
  );
});

test("no rate is of a day that has begun nowhere yet", () => {
  expect(refused(() => propose({ kind: "rates", rates: [{ ...rate, date: "2031-02-03" }] }))).toBe(
    "invalid network.rate-future",
  );
});

test("a list of holidays is only made longer, each day once and in order", () => {
  const [calendar] = demoNetwork().calendars;
  if (calendar === undefined) throw new Error("the demonstration has no calendar");
  const { id: calendarId, until } = calendar;
  const edit = { kind: "holidays" as const, calendarId, holidays: [] };
  expect(refused(() => propose({ ...edit, until: "2026-01-01" }))).toBe("conflict network.holidays-shorter");
  const next = `${Number(until.slice(0, 4)) + 1}-12-31`;
  const holidays = [{ date: next, name: "Last" }, calendar.holidays[0]].flatMap((one) => (one ? [one] : []));
  const after = networkFileSchema.parse(editedFile(demoNetwork(), { ...edit, until: next, holidays }, moment.now));
  const found = after.calendars.find(({ id }) => id === calendarId);
  expect(found).toMatchObject({ until: next });
  expect(found?.holidays.map(({ date }) => date)).toEqual([...calendar.holidays.map(({ date }) => date), next]);
});

test("closures from today on are replaced, those before stay", () => {
  const network = demoNetwork();
  const parks = network.parks.map((park) =>
    park.id === "limburg" ? { ...park, closures: ["2020-01-02", "2099-01-02"] } : park,
  );
  const edit = { kind: "closures" as const, parkId: "limburg", days: ["2098-12-24", "2020-05-05"] };
  const after = networkFileSchema.parse(editedFile({ ...network, parks }, edit, moment.now));
  expect(after.parks.find(({ id }) => id === "limburg")?.closures).toEqual(["2020-01-02", "2098-12-24"]);
});

test("a limit's new figure begins on a later day, and the row before ends the day before", () => {
  const { aid } = demoNetwork();
  const row = aid.findIndex(({ limit }) => limit.kind === "ceiling");
  const edit = { kind: "limit", row, from: "2031-01-01", figure: 350_000, act: "Act", article: "3" } as const;
  const after = networkFileSchema.parse(editedFile(demoNetwork(), edit, moment.now));
  expect(after.aid[row]).toMatchObject({ validUntil: "2030-12-31", limit: aid[row]?.limit });
  expect(after.aid[row + 1]).toMatchObject({ validFrom: "2031-01-01", limit: { amount: 35_000_000 } });
  const ending = {
    ...demoNetwork(),
    aid: aid.map((one, at) => (at === row ? { ...one, validUntil: "2029-06-30" } : one)),
  };
  const later = networkFileSchema.parse(editedFile(ending, edit, moment.now));
  expect(later.aid[row]).toMatchObject({ validUntil: "2029-06-30" });
  expect(refused(() => propose({ ...edit, from: moment.now.slice(0, 10) }))).toBe("conflict network.limit-past");
});

test("a new figure is of the same law: it ends with it, and allows no grant afterwards", () => {
  const { aid } = demoNetwork();
  const row = aid.findIndex(({ basis }) => basis === "eu-de-minimis");
  const edit = { kind: "limit", row, from: "2027-01-01", figure: 350_000, act: "Act", article: "3" } as const;
  const changed = networkFileSchema.parse(editedFile(demoNetwork(), edit, moment.now));
  expect(changed.aid[row]).toMatchObject({ validUntil: "2026-12-31" });
  expect(changed.aid[row + 1]).toMatchObject({ validFrom: "2027-01-01", validUntil: "2030-12-31" });
  const states = ["2026-12-31", "2027-01-01", "2030-12-31", "2031-06-01"].map(
    (day) => aidRowFor(changed, "eu-de-minimis", "BE", day).state,
  );
  expect(states).toEqual(["in-force", "in-force", "in-force", "not-in-force"]);
  const lastDay = networkFileSchema.parse(editedFile(demoNetwork(), { ...edit, from: "2030-12-31" }, moment.now));
  expect(lastDay.aid[row + 1]).toMatchObject({ validFrom: "2030-12-31", validUntil: "2030-12-31" });
  const afterwards = networkFileSchema.parse(editedFile(demoNetwork(), { ...edit, from: "2031-01-01" }, moment.now));
  expect(afterwards.aid[row + 1]).not.toHaveProperty("validUntil");
});

test("a whole file is checked before it is proposed, and what is no change is refused", () => {
  expect(refused(() => propose({ kind: "file", file: { ...file, parks: [] } }))).toBe("invalid network.file");
  const same = { ...current, hash: proposed({ kind: "file", file }).hash };
  const again = () =>
    proposeNetwork.decide(
      { current: same, open: undefined, calls: [] },
      sia as never,
      { edit: { kind: "file", file }, base: 3, reason: "Again." },
      moment,
    );
  expect(refused(again)).toBe("conflict network.unchanged");
});

test("differences are named by what rows are called, not by their place", () => {
  const network = demoNetwork();
  const parks = network.parks.toReversed().map((park) => (park.id === "lund" ? { ...park, name: "Lund" } : park));
  const before = network.parks.find(({ id }) => id === "lund")?.name;
  expect(differencesOf({ ...network }, { ...network, parks })).toEqual([
    { path: "parks.lund.name", before: JSON.stringify(before), after: '"Lund"' },
  ]);
  const added = differencesOf(network, { ...network, rates: [...network.rates, rate] });
  expect(added).toEqual([{ path: "rates.EUR SEK 2026-11-11", after: canonicalJson(rate) }]);
});

test("what runs out is told before it does: calendars, rates, limits without a successor, funds", () => {
  const network = demoNetwork();
  const [calendar] = network.calendars;
  const kinds = (day: string) => new Set(runningOut(network, day).map(({ kind }) => kind));
  expect(kinds(calendar?.until ?? "")).toContain("calendar");
  expect(kinds(calendar?.from ?? "")).not.toContain("calendar");
  const ids = (day: string) => runningOut(network, day).flatMap((one) => (one.kind === "calendar" ? one.id : []));
  const [withholding, other] = ["sherbrooke", "lund"].map(
    (id) => network.parks.find((park) => park.id === id)?.calendar,
  );
  expect(withholding).not.toBe(other);
  // Sherbrooke owes slips of what it withholds: fourteen months ahead.
  expect(ids("2029-11-12")).toEqual([withholding]);
  expect(ids("2029-09-12")).toEqual([]);
  const bare = { ...network, rates: [] };
  expect(runningOut(bare, "2026-11-12").filter(({ kind }) => kind === "rate")).toContainEqual({
    kind: "rate",
    id: "GBP",
  });
  const [limit] = network.aid;
  if (limit === undefined) throw new Error("the demonstration has no limit");
  const ending = { ...limit, validUntil: "2027-01-31" };
  const one = { ...network, aid: [ending] };
  expect(runningOut(one, "2026-11-12").filter(({ kind }) => kind === "limit")).toHaveLength(1);
  const { validUntil: _, ...next } = { ...limit, validFrom: "2027-02-01" };
  expect(runningOut({ ...one, aid: [ending, next] }, "2026-11-12").filter(({ kind }) => kind === "limit")).toEqual([]);
});
