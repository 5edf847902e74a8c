/** P4 and P5: eight clients over HTTP against the product on a full table, and the rate of writing as the table grows. */
import { atMost, type BenchContext, type Benchmark, type BenchRow, median, quantile } from "./benchmark.ts";
import { openLine } from "./part/line.ts";
import { actOnCases, clientCount, draftsPerSecond, readCases, type Template, templateOf } from "./part/load.ts";
import { type ServedProduct, startServedProduct } from "./part/served-product.ts";
import { quietStory, snapshots as tellAndTake } from "./part/shortest-voucher.ts";
import { callIdNumber, caseIdNumber, type Plan, type Snapshot } from "./part/snapshot.ts";

const seed = 20_261_125;

interface Size {
  readonly plan: Plan;
  /** Cases in the table: for P4, and the two points of P5. */
  readonly cases: number;
  readonly few: number;
  readonly many: number;
  readonly readsPerClient: number;
  readonly applicationsPerClient: number;
  readonly lists: number;
  readonly slices: number;
}

const sizes: Record<"full" | "quick", Size> = {
  full: {
    plan: { seed, perCall: 2000, fullPerCall: 100 },
    cases: 20_000,
    few: 1000,
    many: 30_000,
    readsPerClient: 150,
    applicationsPerClient: 6,
    lists: 20,
    slices: 4,
  },
  quick: {
    plan: { seed, perCall: 500, fullPerCall: 50 },
    cases: 1000,
    few: 100,
    many: 1000,
    readsPerClient: 60,
    applicationsPerClient: 2,
    lists: 10,
    slices: 3,
  },
};

/** People do not click without looking: up to so long between two requests of one client, in milliseconds. */
const pauseMost = 400;

export const benchmark: Benchmark = {
  bar: "P4",
  async run({ quick, folder, say }) {
    const size = sizes[quick ? "quick" : "full"];
    say("one voucher is told, to be copied");
    const large = await startServedProduct(folder);
    try {
      const story = quietStory(large);
      await story.signInAll();
      const taken = await tellAndTake(story, large.snapshot);
      const template = await templateOf(large.url, taken[0]?.caseId ?? "");
      await fill(large, taken, 0, size.cases, size.plan, say);
      const rows = await loadRows(large, template, size, say);
      await fill(large, taken, size.cases, size.many, size.plan, say);
      return [...rows, await growthRow(large, taken, template, size, { folder, say })];
    } finally {
      await large.stop();
    }
  },
};

async function fill(
  product: ServedProduct,
  snapshots: readonly Snapshot[],
  from: number,
  to: number,
  plan: Plan,
  say: BenchContext["say"],
): Promise<void> {
  if (to <= from) return;
  const began = performance.now();
  const items = await product.fill(snapshots, from, to, plan);
  say(
    `${(to - from).toLocaleString("en")} cases, ${items.toLocaleString("en")} items in ${Math.round((performance.now() - began) / 1000)} s`,
  );
}

async function loadRows(
  product: ServedProduct,
  template: Template,
  size: Size,
  say: BenchContext["say"],
): Promise<BenchRow[]> {
  const { url } = product;
  const cases = `${size.cases.toLocaleString("en")} cases`;
  const full = (size.cases / size.plan.perCall) * size.plan.fullPerCall;
  const caseIds = Array.from({ length: full }, (_, nth) => fullCase(nth, size.plan));
  say(`${clientCount} clients read`);
  await readCases(url, caseIds, 20, { pauseMost: 20, seed });
  const reads = await readCases(url, caseIds, size.readsPerClient, { pauseMost, seed });
  say(`${clientCount} clients act`);
  await actOnCases(url, template, 1, { pauseMost, seed: seed + 1 });
  const acts = await actOnCases(url, template, size.applicationsPerClient, { pauseMost, seed });
  await product.settled();
  say("lists");
  const list = `/api/parks/limburg/cases?call=${callIdNumber(0)}&view=open&search=bio&sort=applicant&descending=true`;
  const lists = await answerTimes(url, list, size.lists);
  const desk = await answerTimes(url, "/api/my/tasks", Math.ceil(size.lists / 4));
  say("reads without a pause");
  const began = performance.now();
  const hurried = await readCases(url, caseIds, size.readsPerClient, { pauseMost: 0, seed });
  const perSecond = (hurried.length / (performance.now() - began)) * 1000;
  return [
    atMost("P4 reads, p50", 5, "ms", quantile(reads, 0.5), `${cases}, pause 0–${pauseMost} ms`),
    atMost("P4 reads, p99", 25, "ms", quantile(reads, 0.99), `${reads.length} reads`),
    atMost("P4 acts, p50", 15, "ms", quantile(acts, 0.5), `draft to screening, pause 0–${pauseMost} ms`),
    atMost("P4 acts, p99", 50, "ms", quantile(acts, 0.99), `${acts.length} acts`),
    atMost(
      `P4 list of ${size.plan.perCall.toLocaleString("en")} rows`,
      150,
      "ms",
      median(lists),
      "view, search, sort, counts",
    ),
    { name: "P4 tasks of a manager", bar: "–", measured: `${Math.round(median(desk))} ms`, ok: true },
    {
      name: "P4 reads without pause",
      bar: "–",
      measured: `${Math.round(perSecond)} / s`,
      ok: true,
      note: `p50 ${Math.round(quantile(hurried, 0.5))} ms, p99 ${Math.round(quantile(hurried, 0.99))} ms`,
    },
  ];
}

/** The nth of the cases that have everything. */
function fullCase(nth: number, { perCall, fullPerCall }: Plan): string {
  return caseIdNumber(Math.floor(nth / fullPerCall) * perCall + (nth % fullPerCall));
}

async function answerTimes(url: string, path: string, times: number): Promise<number[]> {
  const line = await openLine(url, "limburg-manager");
  const figures: number[] = [];
  for (let nth = 0; nth < times + 2; nth++) figures.push((await line.get(path)).milliseconds);
  line.close();
  // The first two warm up.
  return figures.slice(2);
}

/** The two tables are written to in turn, so that what else the machine does falls on both. */
async function growthRow(
  large: ServedProduct,
  snapshots: readonly Snapshot[],
  template: Template,
  { few, many, plan, slices }: Size,
  { folder, say }: Pick<BenchContext, "folder" | "say">,
): Promise<BenchRow> {
  const small = await startServedProduct(folder);
  try {
    // The demonstration has the same calls and people wherever it is seeded: what was told in one fits the other.
    await fill(small, snapshots, 0, few, plan, say);
    say(`writes at ${few.toLocaleString("en")} and ${many.toLocaleString("en")} cases, in turn`);
    const rates = { small: [] as number[], large: [] as number[] };
    for (let slice = 0; slice <= slices; slice++) {
      for (const [name, product] of [
        ["small", small],
        ["large", large],
      ] as const) {
        const rate = await draftsPerSecond(product.url, template, 2000);
        await product.settled();
        // The first slice warms up.
        if (slice > 0) rates[name].push(rate);
      }
    }
    const loss = 100 * (1 - median(rates.large) / median(rates.small));
    return atMost(
      `P5 loss of write rate, ${few.toLocaleString("en")} to ${many.toLocaleString("en")} cases`,
      10,
      "%",
      Math.max(0, loss),
      `${Math.round(median(rates.small))} and ${Math.round(median(rates.large))} acts per second`,
    );
  } finally {
    await small.stop();
  }
}
