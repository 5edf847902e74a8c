/** Files of running vouchers over HTTP: looked at, proposed by one finance officer of Limburg, answered by another. */
import { aidColumns } from "@multihelix/core/aid/import/aid-file.ts";
import type { ImportId } from "@multihelix/core/import/import-run.ts";
import { columns } from "@multihelix/core/voucher/import/voucher-file.ts";
import { expect } from "vitest";
import { dayOf } from "../day.ts";
import type { CaseBody, Story } from "../scenario/story.ts";
import type { Caller } from "./caller.ts";
import type { OpenApi } from "./open-api.ts";

export const aidHeads: readonly string[] = aidColumns;
export const heads = columns.join(",");
export const path = "/api/parks/limburg/imports";
export const csvOf = (rows: readonly string[]) => ({ as: "csv", text: [heads, ...rows].join("\n") });
export const codeOf = ({ status, body }: { status: number; body: CaseBody }) =>
  `${status} ${body["code"] ?? ""}`.trim();

async function organisationOf(api: OpenApi, persona: string): Promise<CaseBody> {
  const { me } = (await (await api.as(persona)).get("/api/session")).body;
  const { organisationId } = me.memberships[0];
  return (await (await api.as("limburg-manager")).get(`/api/organisations/${organisationId}`)).body;
}

export type Importing = Awaited<ReturnType<typeof openImporting>>;

export async function openImporting(api: OpenApi) {
  const story: Story = api.story();
  const [finance, second] = await Promise.all([api.as("limburg-finance"), api.as("limburg-second-finance")]);
  const [sme, provider] = await Promise.all([organisationOf(api, "sme-owner"), organisationOf(api, "provider-lund")]);
  const dayIn = (offset: number) => dayOf(story.now(), offset);

  /** A running voucher of 10,000.00 of which 4,000.00 were paid before the move. */
  function rowOf(given: Record<string, string> = {}): string {
    const row: Record<string, string> = {
      old_reference: "OLD-2026/17",
      call: "LIM-V26",
      title: "Stability of an enzyme",
      scope: "Three series at four temperatures measured monthly.",
      applicant_scheme: sme["register"].id,
      applicant_number: sme["registerId"],
      contact_email: story.people.sme,
      provider_scheme: provider["register"].id,
      provider_number: provider["registerId"],
      provider_email: story.people.provider,
      price: "12500.00",
      award: "10000.00",
      paid: "4000.00",
      granted_on: dayIn(-60),
      expires_on: dayIn(200),
      status: "in-use",
      accepted_on: dayIn(-50),
      ...given,
    };
    return heads
      .split(",")
      .map((head) => row[head] ?? "")
      .join(",");
  }

  /** A dry run. */
  async function looked(rows: readonly string[], who = finance): Promise<CaseBody> {
    const reply = await who.post(`${path}/preview`, { kind: "vouchers", file: csvOf(rows) });
    expect(reply.status, reply.text).toBe(200);
    return reply.body;
  }

  const propose = (rows: readonly string[], hash: string, who = finance) =>
    who.post(path, { kind: "vouchers", fileName: "running.csv", file: csvOf(rows), hash });

  /** Looked at and proposed; nothing is taken over yet. */
  async function proposed(rows: readonly string[]): Promise<{ importId: ImportId; hash: string }> {
    const { hash } = await looked(rows);
    const reply = await propose(rows, hash);
    expect(reply.status, reply.text).toBe(201);
    return { importId: reply.body.importId, hash };
  }

  const answer = (who: Caller, importId: string, hash: string, given: string) =>
    who.post(`${path}/${importId}/answer`, {
      answer: given,
      hash,
      ...(given === "confirm" ? { noInterest: true } : {}),
    });

  /** By two people, to its end. */
  async function takenOver(rows: readonly string[]): Promise<CaseBody> {
    const { importId, hash } = await proposed(rows);
    expect(codeOf(await answer(second, importId, hash, "confirm"))).toBe("200");
    await api.settled();
    return (await finance.get(`${path}/${importId}`)).body;
  }

  async function accountsOf(): Promise<Record<string, number>> {
    const { keys } = (await finance.get("/api/parks/limburg/ledger")).body;
    return keys.find((key: CaseBody) => key["ledger"].callId.length > 0 && key["book"] !== undefined)?.balances ?? {};
  }

  return { story, finance, second, sme, dayIn, rowOf, looked, propose, proposed, answer, takenOver, accountsOf };
}
