import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { beforeAll, describe, expect, test } from "vitest";
import type { Answer, Body } from "../scenario/client.ts";
import { voucherBranches } from "../scenario/voucher.ts";
import { clickedStory } from "./cast.ts";
import { type Opened, openProduct, settled } from "./product.ts";
import { type Effect, recordingClient } from "./recording-client.ts";
import { differences, wholeTable } from "./whole-table.ts";

const tenMinutes = 10 * 60_000;
const effects: Effect[] = [];
let opened: Opened;
let table: () => Promise<Record<string, string>>;
let caseId = "";

async function open(given: { dataDir?: string; port?: number } = {}): Promise<void> {
  opened = await openProduct({
    ...given,
    onClient: (client) => {
      table = () => wholeTable(client);
    },
  });
}

/** One voucher from draft to booking, each effect kept with its key and its answer. */
beforeAll(async () => {
  await open();
  const story = clickedStory(opened, (client) => recordingClient(client, effects));
  const line = voucherBranches.find(({ name }) => name === "redeemed");
  caseId = (await line?.tell(story)) ?? "";
  await settled(opened);
}, 60_000);

describe("an effect sent again under its key", () => {
  test("answers as it did the first time, after ten minutes and after a restart, and changes nothing", async () => {
    const before = await table();
    await replayAll();
    opened.clock.move(tenMinutes);
    await replayAll();
    const { dataDir, product } = opened;
    await opened.stop();
    await open({ dataDir, port: product.port });
    await replayAll();
    await settled(opened);
    expect(differences(before, await table())).toEqual([]);
    expect(effects.length).toBeGreaterThanOrEqual(20);
  });

  test("with another body is a conflict, and changes nothing", async () => {
    const before = await table();
    let tried = 0;
    for (const { client, path, body, key } of effects) {
      const answer = await firstAccepted(variantsOf(body).map((other) => () => client.post(path, other, key)));
      if (answer === undefined) continue;
      tried += 1;
      expect({ path, status: answer.status, code: answer.body.code }).toEqual({
        path,
        status: 409,
        code: "idempotency.other-input",
      });
    }
    expect(tried).toBeGreaterThanOrEqual(15);
    expect(differences(before, await table())).toEqual([]);
  });

  test("on another case or for another act is a conflict too", async () => {
    const [screening] = effects.filter(({ path }) => path.endsWith("/screening"));
    const answer = await screening?.client.post(
      `/api/cases/${caseId}/assessment`,
      { noInterest: true, lines: [{ line: 1, net: 1 }], paidByApplicant: 0, reason: "None." },
      screening.key,
    );
    expect(answer).toMatchObject({ status: 409, body: { code: "idempotency.other-input" } });
  });
});

test("what is not valid is refused with its fields and stores nothing, not even its key", async () => {
  const before = await table();
  for (const { client, path, body } of effects) {
    for (const wrong of brokenOf(body)) {
      const answer = await client.post(path, wrong);
      expect({ path, wrong, status: answer.status }).toEqual({ path, wrong, status: 422 });
      expect(answer.body.errors.length).toBeGreaterThan(0);
    }
  }
  expect(differences(before, await table())).toEqual([]);
});

describe("a decision that was taken", () => {
  const decisions = [
    ["screening", { outcome: "eligible" }, { outcome: "ineligible", reasons: "Outside the sectors." }],
    ["approvals/limburg", { answer: "approve", reason: "" }, { answer: "decline", reason: "A smaller scope." }],
    ["release", {}, undefined],
    ["finance-check", { outcome: "accepted" }, { outcome: "back", reason: "The second invoice is missing." }],
  ] as const;

  test.each(decisions)("%s: the same by the same person under a new key is answered the same", async (act, same) => {
    const [first] = effects.filter(({ path }) => path === `/api/cases/${caseId}/${act}`);
    const before = await table();
    const again = await first?.client.post(`/api/cases/${caseId}/${act}`, { noInterest: true, ...same });
    expect(again).toMatchObject({ status: 200, body: first?.answer.body });
    // Only that this key was answered is remembered.
    expect(differences(before, await table())).toEqual([expect.stringMatching(/^\+ IDEM#/)]);
  });

  test.each(decisions.filter(([, , other]) => other !== undefined))(
    "%s: another one is told who decided and when",
    async (act, _same, other) => {
      const [first] = effects.filter(({ path }) => path === `/api/cases/${caseId}/${act}`);
      const before = await table();
      const answer = await first?.client.post(`/api/cases/${caseId}/${act}`, { noInterest: true, ...other });
      expect(answer).toMatchObject({ status: 409, body: { code: "task.already-answered" } });
      const { by, at } = answer?.body.facts ?? {};
      expect(by).toMatch(/^per_/);
      expect(Date.parse(at)).not.toBeNaN();
      expect(differences(before, await table())).toEqual([]);
    },
  );

  test("somebody else's same decision is a conflict that names the first", async () => {
    const second = await opened.as("limburg-second-manager");
    const answer = await second.post(`/api/cases/${caseId}/screening`, { noInterest: true, outcome: "eligible" });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: "task.already-answered", facts: { by: demoPersonId("limburg-manager"), outcome: "eligible" } },
    });
  });
});

async function replayAll(): Promise<void> {
  for (const { client, path, body, key, answer } of effects) {
    const { status, body: told } = await client.post(path, body, key);
    expect({ path, status, told: lasting(told) }).toEqual({ path, status: answer.status, told: lasting(answer.body) });
  }
}

/** The link by which a file is sent holds for minutes and is signed anew; the file that it is for is the same. */
function lasting({ send, ...told }: Body): Body {
  if (send !== undefined) expect(Object.keys(send)).toEqual(["href", "until"]);
  return told;
}

/** The answer to the first of these that is not refused as invalid. */
async function firstAccepted(sends: (() => Promise<Answer<Body>>)[]): Promise<Answer<Body> | undefined> {
  for (const send of sends) {
    const answer = await send();
    if (answer.status !== 422) return answer;
  }
  return undefined;
}

/** Words of a closed list, and others of the same list. */
const opposites: Record<string, string[]> = {
  accepted: ["declined", "back"],
  approve: ["decline"],
  applicant: ["provider"],
  confirmed: ["disputed"],
  eligible: ["ineligible"],
  provider: ["applicant"],
};

/** The body with one leaf changed, each leaf in turn. */
function variantsOf(value: Body): Body[] {
  if (typeof value === "string") return [`${value} indeed`, ...(opposites[value] ?? [])];
  if (typeof value === "number") return [value + 1];
  if (Array.isArray(value))
    return value.flatMap((item, index) => variantsOf(item).map((other) => value.toSpliced(index, 1, other)));
  if (value !== null && typeof value === "object")
    return Object.entries(value).flatMap(([name, inner]) =>
      variantsOf(inner).map((other) => ({ ...value, [name]: other })),
    );
  return [];
}

/** The body with one field of the wrong type, each field in turn. */
function brokenOf(body: Record<string, unknown> | undefined): Body[] {
  return Object.keys(body ?? {}).map((name) => ({ ...body, [name]: { unheard: true } }));
}
