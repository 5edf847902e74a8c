/** The world that secrets are kept in: the demonstration's people with one told case per state, read out of the store once. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { createMovableClock } from "@multihelix/adapters/system/clock.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays, type Instant } from "@multihelix/core/kernel/instant.ts";
import { seedDemo } from "@multihelix/local/seed/seed-demo.ts";
import { toldCases } from "@multihelix/local/seed/told/cases.ts";
import { tellCases } from "@multihelix/local/seed/told/tell.ts";
import { startSystem } from "@multihelix/local/system.ts";
import { silentLog } from "../../fixture/store.ts";
import { furniture } from "./furniture.ts";
import { type Stored, storedOf } from "./memory-store.ts";

/** Told case → the state that it stands in; two of one company, and one of another park. */
export const told = {
  rye: "draft",
  pulse: "screening",
  ink: "more-information",
  soup: "ineligible-proposed",
  gut: "in-review",
  glow: "deciding",
  drop: "approving",
  yeast: "approved",
  tattoo: "rejected",
  vein: "issued",
  bean: "claim-check",
  cold: "paying",
  glass: "approving",
} as const;
export type Told = keyof typeof told;

export interface ToldWorld {
  readonly items: readonly Stored[];
  readonly now: Instant;
  readonly cases: Readonly<Record<Told, CaseId>>;
}

export async function tellWorld(): Promise<ToldWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), "multihelix-worlds-"));
  const clock = createMovableClock();
  const today = "2026-10-13T07:10:00Z" as Instant;
  const wanted = toldCases.filter(({ key }) => key in told);
  let table: DynamoDBDocumentClient | undefined;
  const mailer = { send: async ({ id }: { id: string }) => ({ kind: "accepted", messageId: id }) as const };
  const system = await startSystem({
    dataDir,
    log: silentLog,
    mailer,
    clock,
    onClient: (client) => {
      table = client;
    },
    async prepare({ deps, engine }) {
      clock.move(Date.parse(addDays(today, -150)) - Date.parse(clock.now()));
      await seedDemo(deps);
      const untold = await tellCases({ deps, clock, idle: engine.idle }, wanted, today);
      if (untold.length > 0) throw new Error(`${untold[0]?.key} was not told`, { cause: untold[0]?.error });
    },
  });
  try {
    if (table === undefined) throw new Error("the store has no client");
    const stored = await itemsOf(table);
    const items = [...stored, ...furniture(stored, today)];
    return { items, now: today, cases: casesOf(items) };
  } finally {
    await system.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function itemsOf(client: DynamoDBDocumentClient): Promise<Stored[]> {
  const items: Stored[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: "multihelix", ...(start === undefined ? {} : { ExclusiveStartKey: start }) }),
    );
    items.push(...(page.Items ?? []).flatMap((row) => storedOf(row) ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

/** Told cases are found again by their titles; each stands where the table above says. */
function casesOf(items: readonly Stored[]): Record<Told, CaseId> {
  const all = items.flatMap((one) => (one.name === "case" ? [one.value] : []));
  return Object.fromEntries(
    Object.entries(told).map(([key, status]) => {
      const title = toldCases.find((one) => one.key === key)?.title;
      const found = all.find((one) => one.title === title);
      if (found?.status !== status) throw new Error(`${key} is ${found?.status ?? "missing"}, not ${status}`);
      return [key, found.caseId];
    }),
  ) as Record<Told, CaseId>;
}
