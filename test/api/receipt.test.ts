/** The receipt as PDF: for who sent the application and who handles it, with the reference in its bytes. */
import { beforeAll, expect, test } from "vitest";
import { fullDraft, startedDraft } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

test("a draft has none; once sent, its bytes are a PDF that names the reference, to be saved as a file", async () => {
  const empty = await startedDraft(api);
  expect((await (await api.as("sme-owner")).get(`/api/cases/${empty}/receipt.pdf`)).body.code).toBe("receipt.not-sent");

  const caseId = await fullDraft(api);
  const sme = await api.as("sme-owner");
  const { reference } = (await sme.post(`/api/cases/${caseId}/submission`, {})).body;
  for (const language of ["en", "cy"]) {
    const reply = await sme.get(`/api/cases/${caseId}/receipt.pdf?language=${language}`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-type")).toBe("application/pdf");
    expect(reply.headers.get("content-disposition")).toBe(`attachment; filename="receipt-${reference}.pdf"`);
    expect(reply.text.slice(0, 5)).toBe("%PDF-");
    expect(reply.text).toContain(`(${reference})`);
    expect(reply.text).toContain(`/Lang (${language})`);
  }
});
