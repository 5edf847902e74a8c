import { changeMember, removeMember } from "@multihelix/core/organisation/change-member.ts";
import type { Member } from "@multihelix/core/organisation/member.ts";
import { expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";

const organisationId = idOf("org", "vivo");
const owner = (name: string): Member => ({ organisationId, personId: idOf("per", name), level: "owner", version: 0 });

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
  expect(removeMember.decide({ members, ids: [organisationId] }, anna, input, aMoment()).changes).toContainEqual(still);
  expect(
    changeMember.decide({ members, ids: [organisationId] }, anna, { ...input, level: "viewer" }, aMoment()).changes,
  ).toContainEqual(still);
});
