import { changeMember, removeMember } from "@multihelix/core/organisation/change-member.ts";
import type { Member } from "@multihelix/core/organisation/member.ts";
import { expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { written } from "../../fixture/changes.ts";

const organisationId = idOf("org", "vivo");
const owner = (name: string): Member => ({ organisationId, personId: idOf("per", name), level: "owner", version: 0 });

const family = { kept: anOrganisation({ organisationId, version: 3 }), ids: [organisationId, idOf("org", "vivo-old")] };

test("a membership is written under every id of the organisation, and decided anew where a merge is confirmed meanwhile", () => {
  const { changes } = removeMember.decide(
    { members: [owner("anna"), owner("bram")], family },
    memberOf("anna", "vivo"),
    { organisationId, personId: idOf("per", "bram") },
    aMoment(),
  );
  expect(changes.filter(({ op, name }) => op === "remove" && name === "member")).toHaveLength(2);
  expect(changes).toContainEqual({ op: "check", name: "organisation", key: { organisationId }, when: { version: 3 } });
});

test("whoever leaves is known as a former member under every id from that day on", () => {
  const personId = idOf("per", "bram");
  const { changes } = removeMember.decide(
    { members: [owner("anna"), owner("bram")], family },
    memberOf("anna", "vivo"),
    { organisationId, personId },
    aMoment("2026-11-12T09:00:00Z"),
  );
  expect(written(changes, "formerMember")).toEqual(
    family.ids.map((id) => ({ organisationId: id, personId, endedOn: "2026-11-12", version: 0 })),
  );
});

test("an owner leaves only while another is one at that instant: two who remove each other cannot both go", () => {
  const members = [owner("anna"), owner("bram")];
  const input = { organisationId, personId: idOf("per", "bram") };
  const still = {
    op: "check",
    name: "member",
    key: { organisationId, personId: idOf("per", "anna") },
    when: { level: "owner" },
  };
  const anna = memberOf("anna", "vivo");
  expect(removeMember.decide({ members, family }, anna, input, aMoment()).changes).toContainEqual(still);
  expect(
    changeMember.decide({ members, family }, anna, { ...input, level: "viewer" }, aMoment()).changes,
  ).toContainEqual(still);
});
