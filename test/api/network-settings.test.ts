/** The network's settings over HTTP: proposed by one, put in force by another, and lived by at once. */
import { beforeAll, expect, test, vi } from "vitest";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

const post = async (persona: string, path: string, body: object) => (await api.as(persona)).post(path, body);
const settings = async (persona = "secretary") => (await (await api.as(persona)).get("/api/network/settings")).body;
const propose = async (persona: string, edit: object) =>
  post(persona, "/api/network/change", { edit, base: (await settings()).number, reason: "As decided." });
const answer = (persona: string, what: string, hash: string) =>
  post(persona, "/api/network/change/answer", { answer: what, hash });
const closures = async () =>
  (await settings()).parks.find(({ id }: { id: string }) => id === "limburg").closures as string[];

test("a change waits, shows what it changes, and is in force when somebody else says so", async () => {
  const before = await settings();
  const days = [...(await closures()), "2098-12-24"];
  expect((await propose("limburg-manager", { kind: "closures", parkId: "limburg", days })).status).toBe(201);
  expect(await closures()).not.toContain("2098-12-24");
  const { change } = await settings();
  expect(change).toMatchObject({
    own: false,
    mayApply: true,
    stale: false,
    differences: [{ path: "parks.limburg.closures", after: JSON.stringify(days) }],
  });
  expect((await settings("limburg-second-manager")).change).toMatchObject({ mayApply: false });
  expect((await answer("limburg-manager", "apply", change.hash)).body.code).toBe("network.own-change");
  expect((await answer("limburg-second-manager", "apply", change.hash)).body.code).toBe("actor.role-needed");
  expect((await propose("secretary", { kind: "closures", parkId: "lund", days })).body.code).toBe(
    "network.change-open",
  );
  expect((await answer("secretary", "apply", change.hash)).body).toEqual({ number: before.number + 1 });
  expect(await closures()).toContain("2098-12-24");
  expect((await settings()).change).toBeUndefined();
  expect((await answer("secretary", "apply", change.hash)).body.code).toBe("network.change-gone");
});

test("two who answer at once: one change, one version", async () => {
  const days = [...(await closures()), "2098-12-27"];
  await propose("secretary", { kind: "closures", parkId: "limburg", days });
  const { number, change } = await settings();
  const both = ["limburg-manager", "limburg-second-manager"].map((persona) => answer(persona, "apply", change.hash));
  const statuses = (await Promise.all(both)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 409]);
  expect((await settings()).number).toBe(number + 1);
});

test("a file with a problem is refused with its place, and an account is told by its end alone", async () => {
  const stored = await api.deps.store.get("network", { id: "current" });
  const file = structuredClone(stored?.file) as { parks: { id: string; debtor?: { iban?: string } }[] };
  const broken = await propose("secretary", { kind: "file", file: { ...file, parks: [] } });
  expect([broken.status, broken.body.code]).toEqual([422, "network.file"]);
  expect(broken.body.errors).toMatchObject([{ pointer: expect.stringContaining("parks") }]);
  const limburg = file.parks.find(({ id }) => id === "limburg");
  const iban = "BE71096123456769";
  if (limburg?.debtor !== undefined) limburg.debtor.iban = iban;
  expect((await propose("secretary", { kind: "file", file })).status).toBe(201);
  const { change } = await settings();
  expect(change.differences).toEqual([
    { path: "parks.limburg.debtor.iban", before: expect.stringMatching(/^….{4}$/), after: "…6769" },
  ]);
  expect(JSON.stringify(await settings())).not.toContain(iban);
  expect((await answer("secretary", "take-back", change.hash)).status).toBe(200);
});

test("an added park and whom a park pays tax to are told without a whole account number, and still told apart", async () => {
  type Account = { iban?: string; other?: string };
  type Park = { id: string; debtor: Account; remittance: { account: Account; reference: string } };
  const stored = await api.deps.store.get("network", { id: "current" });
  const changed = (change: (park: (id: string) => Park, parks: object[]) => void) => {
    const file = structuredClone(stored?.file) as { parks: Park[] };
    change((id) => file.parks.find((park) => park.id === id) as Park, file.parks);
    return { kind: "file", file };
  };
  const [iban, other, reference] = ["CH9300762011623852957", "000112345678", "123456789 RP 0002"];
  const wide = changed((park, parks) => {
    const limburg = park("limburg");
    const own = {
      id: "geneva",
      name: "Geneva",
      initials: "GNV",
      mark: { shape: "star", hue: "blue" },
      associate: true,
    };
    parks.push({ ...limburg, ...own, debtor: { ...limburg.debtor, iban } });
    const { remittance } = park("sherbrooke");
    remittance.account.other = other;
    remittance.reference = reference;
  });
  expect((await propose("secretary", wide)).status).toBe(201);
  const { change } = await settings();
  const told = (path: string) => change.differences.find((one: { path: string }) => one.path === path)?.after;
  expect(told("parks.geneva")).toContain('"iban":"…2957"');
  expect(told("parks.sherbrooke.remittance.account.other")).toBe("…5678");
  expect(told("parks.sherbrooke.remittance.reference")).toBe("…0002");
  for (const secret of [iban, other, reference, "999-00002-7654321"])
    expect(JSON.stringify(change)).not.toContain(secret);
  expect((await answer("secretary", "take-back", change.hash)).status).toBe(200);

  const twin = changed((park) => {
    park("sherbrooke").debtor.other = "999-00009-1234567";
  });
  expect((await propose("secretary", twin)).status).toBe(201);
  const second = (await settings()).change;
  expect(second.differences).toEqual([{ path: "parks.sherbrooke.debtor.other", before: "…4567", after: "…4567" }]);
  expect((await answer("secretary", "take-back", second.hash)).status).toBe(200);
});

test("who has no duty in the network reads no settings", async () => {
  const { status, body } = await (await api.as("sme-owner")).get("/api/network/settings");
  expect([status, body.code]).toEqual([403, "actor.role-needed"]);
});
