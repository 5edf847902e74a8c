/** Memberships over HTTP: invited by mail, accepted once by the addressee, and what each level may do in a case. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { until } from "../scenario/world.ts";
import type { Caller, Reply } from "./caller.ts";
import { sections, startedDraft } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let owner: Caller;
let organisationId: string;
let home: string;
beforeAll(async () => {
  api = await openApi();
  owner = await api.as("sme-owner");
  organisationId = (await owner.get("/api/session")).body.me.memberships[0].organisationId;
  home = `/api/my/organisations/${organisationId}`;
});

const codeOf = ({ status, body }: Reply) => `${status} ${body.code ?? ""}`.trim();
const day = 86_400_000;

/** Path of the invitation in the newest mail to the address. */
async function invited(email: string, level: string): Promise<string> {
  const mails = () => api.product.inbox.all().filter(({ to, text }) => to === email && text.includes("/invitations/"));
  const before = mails().length;
  expect(codeOf(await owner.post(`${home}/invitations`, { email, level }))).toBe("201");
  const mail = await until(`an invitation of ${email}`, async () => mails()[before]);
  return `/api${/\/invitations\/org_\w+\/inv_\w+/.exec(mail.text)?.[0]}`;
}

async function joined(email: string, level: string): Promise<Caller> {
  const path = await invited(email, level);
  const guest = await api.newcomer(email);
  expect(codeOf(await guest.post(`${path}/acceptance`))).toBe("200");
  return guest;
}

describe("an invitation", () => {
  test("is for its address alone and works once, however many accept at once", async () => {
    const path = await invited("once@kiemkracht.example", "editor");
    for (const persona of ["lund-sme-owner", "sme-owner", "limburg-manager"]) {
      const other = await api.as(persona);
      expect(codeOf(await other.get(path))).toBe("404 invitation.not-found");
      expect(codeOf(await other.post(`${path}/acceptance`))).toBe("404 invitation.not-found");
    }
    const guest = await api.newcomer("once@kiemkracht.example");
    expect((await guest.get(path)).body).toMatchObject({ level: "editor" });
    const replies = await Promise.all(Array.from({ length: 8 }, () => guest.post(`${path}/acceptance`)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await guest.get(path)).body.stale).toBe("accepted");
    expect((await guest.get("/api/session")).body.me.memberships).toMatchObject([{ organisationId, level: "editor" }]);
  });

  test("is dead after 14 days, when it is withdrawn, and when another is sent to the address", async () => {
    const [first, second] = [
      await invited("late@kiemkracht.example", "viewer"),
      await invited("late@kiemkracht.example", "editor"),
    ];
    const guest = await api.newcomer("late@kiemkracht.example");
    const refused = async (path: string) => (await guest.post(`${path}/acceptance`)).body.facts?.why;
    expect(await refused(first)).toBe("withdrawn");
    api.clock.move(14 * day);
    api.signOut();
    const later = await api.newcomer("late@kiemkracht.example");
    expect((await later.post(`${second}/acceptance`)).body).toMatchObject({
      code: "invitation.stale",
      facts: { why: "expired" },
    });
    owner = await api.as("sme-owner");
    const third = await invited("late@kiemkracht.example", "viewer");
    expect(
      codeOf(
        await owner.post(
          `/api/my${third.slice(4).replace("invitations", "organisations").replace("/inv_", "/invitations/inv_")}/withdrawal`,
        ),
      ),
    ).toBe("200");
    expect((await later.post(`${third}/acceptance`)).body.facts.why).toBe("withdrawn");
  });

  test("is an owner's to send: other members are told so, others find no organisation", async () => {
    const editor = await joined("editor@kiemkracht.example", "editor");
    const body = { email: "x@kiemkracht.example", level: "viewer" };
    expect(codeOf(await editor.post(`${home}/invitations`, body))).toBe("403 membership.owner-needed");
    const foreign = await api.as("lund-sme-owner");
    expect(codeOf(await foreign.post(`${home}/invitations`, body))).toBe("404 organisation.not-found");
    expect(codeOf(await foreign.get(home))).toBe("404 organisation.not-found");
    expect(codeOf(await owner.post(`${home}/invitations`, { ...body, email: "EDITOR@kiemkracht.example" }))).toBe(
      "409 membership.there",
    );
  });
});

describe("a level", () => {
  test("allows what it says on a case, and stops at the next request when it is changed", async () => {
    const caseId = await startedDraft(api);
    const viewer = await joined("viewer@kiemkracht.example", "viewer");
    const finance = await joined("finance@kiemkracht.example", "finance");
    const save = (who: Caller, version?: number) =>
      who.put(`/api/cases/${caseId}/sections/project`, { data: sections.project }, version);
    for (const who of [viewer, finance]) {
      expect((await who.get(`/api/cases/${caseId}`)).status).toBe(200);
      expect(codeOf(await save(who))).toBe("403 actor.member-needed");
      expect(codeOf(await who.post(`/api/cases/${caseId}/submission`))).toBe("403 actor.member-needed");
    }
    expect((await viewer.get(home)).body.accounts).toBeUndefined();
    expect((await finance.get(home)).body.accounts).toBeDefined();
    const { personId } = (await viewer.get("/api/session")).body.me;
    expect(codeOf(await owner.post(`${home}/members/${personId}/level`, { level: "editor" }))).toBe("200");
    expect((await save(viewer)).status).toBe(200);
    expect(codeOf(await owner.post(`${home}/members/${personId}/removal`))).toBe("200");
    expect(codeOf(await viewer.get(`/api/cases/${caseId}`))).toBe("404 case.not-found");
    expect(codeOf(await viewer.get(home))).toBe("404 organisation.not-found");
  });

  test("of two who write one draft, the slower is told who saved meanwhile and loses nothing", async () => {
    const caseId = await startedDraft(api);
    const editor = await joined("second@kiemkracht.example", "editor");
    const save = (who: Caller, title: string, version?: number) =>
      who.put(`/api/cases/${caseId}/sections/project`, { data: { ...sections.project, title } }, version);
    const { version } = (await save(owner, "First words")).body;
    expect((await save(editor, "Words of the second", version)).status).toBe(200);
    const late = await save(owner, "Words of the first", version);
    expect(codeOf(late)).toBe("409 section.changed");
    const view = (await owner.get(`/api/cases/${caseId}`)).body;
    expect(view.sections.project.data.title).toBe("Words of the second");
    expect((await save(owner, "Words of both", view.sections.project.version)).status).toBe(200);
  });

  test("owner stays with somebody: two owners who remove each other at once leave one", async () => {
    const second = await joined("owner2@kiemkracht.example", "owner");
    const [mine, theirs] = await Promise.all(
      [owner, second].map(async (who) => (await who.get("/api/session")).body.me.personId),
    );
    const replies = await Promise.all([
      owner.post(`${home}/members/${theirs}/removal`),
      second.post(`${home}/members/${mine}/removal`),
    ]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const members = await api.deps.store.list("member", { organisationId: organisationId as `org_${string}` });
    const owners = members.filter(({ level }) => level === "owner");
    expect(owners).toHaveLength(1);
    const left = owners[0]?.personId === mine ? owner : second;
    expect(codeOf(await left.post(`${home}/members/${owners[0]?.personId}/removal`))).toBe("409 membership.last-owner");
    expect(codeOf(await left.post(`${home}/members/${owners[0]?.personId}/level`, { level: "viewer" }))).toBe(
      "409 membership.last-owner",
    );
  });
});
