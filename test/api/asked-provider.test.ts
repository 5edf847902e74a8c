/** A provider that nobody knows yet, over HTTP: asked by mail, registers, takes it up, makes its offer. */
import { expect, test, vi } from "vitest";
import { until } from "../scenario/world.ts";
import { offer, startedDraft } from "./draft.ts";
import { openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const registration = {
  legalName: "Nytt Labb AB",
  kind: "company",
  registerScheme: "SE-ON",
  registerId: "5599998092",
  address: { street: "Mätvägen", number: "4", postcode: "223 70", town: "Lund", country: "SE" },
  sector: "sec-diagnostics",
  provider: true,
};

test("asked by mail it registers, takes the request up once, and offers; nobody else finds the request", async () => {
  const api = await openApi();
  const caseId = await startedDraft(api);
  const sme = await api.as("sme-owner");
  const email = "mia@nyttlabb.example";
  const ask = { name: "Nytt Labb", email: "Mia@NyttLabb.example" };
  expect((await sme.post(`/api/cases/${caseId}/provider/ask`, { ...ask, email: "mia" })).status).toBe(422);
  expect((await sme.post(`/api/cases/${caseId}/provider/ask`, ask)).status).toBe(201);
  expect((await sme.get(`/api/cases/${caseId}`)).body.askedProvider).toMatchObject({ email, open: true, left: 4 });
  const mail = await until("the letter", async () => api.product.inbox.all().find(({ to }) => to === email));
  const path = `/api${/\/provider-invitations\/app_\w+\/inv_\w+/.exec(mail.text)?.[0]}`;

  for (const persona of ["sme-owner", "provider-lund", "limburg-manager"]) {
    const other = await api.as(persona);
    expect((await other.get(path)).body.code).toBe("invitation.not-found");
    const { me } = (await other.get("/api/session")).body;
    const organisationId = me.memberships[0]?.organisationId ?? "org_01K8Z3V5J0QW4R7T9Y2B6C8D1F";
    expect((await other.post(`${path}/answer`, { organisationId })).body.code).toBe("invitation.not-found");
  }

  const guest = await api.newcomer(email);
  expect((await guest.get(path)).body).toMatchObject({ provider: "Nytt Labb", over: false });
  expect((await guest.get(`/api/cases/${caseId}`)).status).toBe(404);
  const registered = await guest.post("/api/my/organisations", registration);
  expect([registered.status, registered.body.detail]).toEqual([201, undefined]);
  const { organisationId } = registered.body;
  const answers = await Promise.all([1, 2, 3].map(() => guest.post(`${path}/answer`, { organisationId })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  const content = offer(api.deps.clock.now());
  const unpaid = await guest.post(`/api/cases/${caseId}/offer`, { content });
  expect([unpaid.status, unpaid.body.code]).toEqual([409, "payee.not-reachable"]);
  const account = { holder: "Nytt Labb AB", iban: "SE45 5000 0000 0583 9825 7466", currency: "SEK", country: "SE" };
  const home = `/api/my/organisations/${organisationId}`;
  expect((await guest.get(home)).body).toMatchObject({ accounts: [], accountOpen: true });
  const wrong = { account: { ...account, iban: "SE45 5000 0000 0583 9825 7467" } };
  expect((await guest.post(`${home}/account`, wrong)).body.code).toBe("account.number-wrong");
  expect((await guest.post(`${home}/account`, { account })).status).toBe(200);
  expect((await guest.post(`/api/cases/${caseId}/offer`, { content })).status).toBe(200);
  const { body } = await sme.get(`/api/cases/${caseId}`);
  expect(body).toMatchObject({ provider: { name: "Nytt Labb AB" }, offer: { status: "confirmed" } });
  expect(body.askedProvider).toBeUndefined();
});

test("so many letters a day to one address, whoever asks", async () => {
  const api = await openApi();
  const sme = await api.as("sme-owner");
  const drafts = [await startedDraft(api), await startedDraft(api)];
  const ask = (draft = 0) =>
    sme.post(`/api/cases/${drafts[draft]}/provider/ask`, { name: "Nytt Labb", email: "mia@nyttlabb.example" });
  for (const draft of [0, 1, 0]) expect((await ask(draft)).status).toBe(201);
  const more = await ask(1);
  expect([more.status, more.body.code]).toEqual([429, "provider.asked-too-often"]);
});
