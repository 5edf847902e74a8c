import { readingOnce } from "@multihelix/core/kernel/read-once.ts";
import { scratchStore } from "@multihelix/core/kernel/scratch-store.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { expect, test } from "vitest";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";

const organisation = anOrganisation({ organisationId: "org_one" });
const section = (sectionId: "project" | "company") =>
  ({ caseId, sectionId, data: {}, updatedBy: "per_one", updatedAt: "2026-11-25T09:00:00.000Z", version: 0 }) as never;

/** A store with some items, which notes what it is asked. */
function watched(): { store: Store; asked: string[] } {
  const asked: string[] = [];
  const inner = scratchStore([
    { name: "case", value: aCase() },
    { name: "section", value: section("company") },
    { name: "section", value: section("project") },
    { name: "organisation", value: organisation },
  ]);
  const store: Store = {
    ...inner,
    get: (name, key) => {
      asked.push(`get ${name}`);
      return inner.get(name, key);
    },
    list: (name, within) => {
      asked.push(`list ${name}`);
      return inner.list(name, within);
    },
    wholeCase: (id) => {
      asked.push("wholeCase");
      return inner.wholeCase(id);
    },
  };
  return { store, asked };
}

test("what one answer asks twice is read once, also while the first question is on its way", async () => {
  const { store, asked } = watched();
  const once = readingOnce(store);
  const key = { organisationId: organisation.organisationId };
  const [first, second] = await Promise.all([once.get("organisation", key), once.get("organisation", key)]);
  expect(first).toEqual(organisation);
  expect(second).toBe(first);
  expect(await once.get("organisation", { organisationId: "org_other" })).toBeUndefined();
  expect(asked).toEqual(["get organisation", "get organisation"]);
});

test("a case that was read whole answers for its items as the store would", async () => {
  const { store, asked } = watched();
  const once = readingOnce(store);
  await once.wholeCase(caseId);
  expect(await once.get("case", { caseId })).toEqual(await store.get("case", { caseId }));
  expect(await once.list("section", { caseId })).toEqual(await store.list("section", { caseId }));
  expect(await once.list("section", { caseId })).toHaveLength(2);
  const project = { caseId, sectionId: "project" } as const;
  expect(await once.get("section", project)).toEqual(await store.get("section", project));
  expect(await once.get("voucher", { caseId })).toBeUndefined();
  // Each of these was asked by the comparison itself.
  expect(asked).toEqual(["wholeCase", "get case", "list section", "get section"]);
});

test("whoever writes reads anew, whether or not the commit was taken", async () => {
  const { store } = watched();
  const once = readingOnce(store);
  await once.wholeCase(caseId);
  const key = { organisationId: organisation.organisationId };
  await once.get("organisation", key);
  const stale = { op: "replace", name: "organisation", value: { ...organisation, version: 7 } } as const;
  await store.commit([{ op: "replace", name: "organisation", value: { ...organisation, legalName: "New Name" } }]);
  expect(await once.commit([stale])).toMatchObject({ ok: false });
  expect(await once.get("organisation", key)).toMatchObject({ legalName: "New Name" });
});
