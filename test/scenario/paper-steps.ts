/** Evidence of a claim over HTTP: announced, sent, looked at and kept. */
import type { Client } from "./client.ts";
import { type CaseBody, expectStatus, type Story } from "./story.ts";
import type { Told } from "./voucher-steps.ts";
import { until } from "./world.ts";

type Sender = Pick<Client, "get" | "post" | "upload">;

/** The file's name, once it is kept. */
export async function sent(client: Sender, caseId: string, slot: string, name: string): Promise<string> {
  const bytes = new Uint8Array(600).fill(32);
  bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
  const announced = await client.post(`/api/cases/${caseId}/files`, {
    use: "evidence",
    slot,
    name,
    bytes: bytes.length,
  });
  expectStatus(announced, 201);
  expectStatus({ ...(await client.upload(announced.body.send.href, bytes)), body: {} }, 200);
  const { fileId } = announced.body;
  expectStatus(await client.post(`/api/cases/${caseId}/files/${fileId}/arrival`, {}), 200);
  return until(`${slot} of ${caseId}`, async () => {
    const { body } = await client.get(`/api/cases/${caseId}`);
    const file = (body.files as CaseBody[]).find((one) => one["fileId"] === fileId);
    return file?.["status"] === "kept" ? name : undefined;
  });
}

/** The company proves that it paid its own share. */
export async function shareProven(story: Story, { caseId }: Told): Promise<void> {
  await story.step("The company proves that it paid its own share", async () => ({
    evidence: await sent(await story.as(story.people.sme), caseId, "own-share", "bank-statement.pdf"),
  }));
}
