/** interface.md: what a page shows is asked again once something was done, but not a preview of what was done. */
import { askAgain } from "@multihelix/web/after-act.ts";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";

async function watched(meta?: { previews: boolean }) {
  const queries = new QueryClient();
  const key = ["case", "app_1", "shown"];
  let asked = 0;
  const options = { queryKey: key, queryFn: async () => ++asked, ...(meta === undefined ? {} : { meta }) };
  const end = new QueryObserver(queries, options).subscribe(() => undefined);
  await expect.poll(() => queries.getQueryData(key)).toBe(1);
  return { queries, key, end, asked: () => asked };
}

test("what a page shows is asked again after an act", async () => {
  const { queries, end, asked } = await watched();
  await askAgain(queries);
  end();
  expect(asked()).toBe(2);
});

test("what has not changed is not", async () => {
  const { queries, end, asked } = await watched();
  await askAgain(queries, [["payments"]]);
  end();
  expect(asked()).toBe(1);
});

test("a preview of the act, which is refused once it was done, is stale but not asked again", async () => {
  const { queries, key, end, asked } = await watched({ previews: true });
  await askAgain(queries);
  end();
  expect(asked()).toBe(1);
  expect(queries.getQueryState(key)?.isInvalidated).toBe(true);
});
