import { readFileSync } from "node:fs";
import { sectors } from "@multihelix/core/network/taxonomy.ts";
import { expect, test } from "vitest";

test("the first page names every sector of the taxonomy, and no other", () => {
  const path = new URL("../../../web/src/route/public/use-sector-names.ts", import.meta.url);
  const ids = [...readFileSync(path, "utf8").matchAll(/id: "([\w-]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(sectors.map(({ id }) => id));
});
