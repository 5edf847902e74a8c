import type { Person } from "@multihelix/core/person/person.ts";
import { type OwnProfile, saveProfile } from "@multihelix/core/person/save-profile.ts";
import { describe, expect, test } from "vitest";
import { anActor } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aProfile, reviewer } from "../../fixture/build/reviewer.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const uma = reviewer("uma");
const person: Person = {
  personId: idOf("per", "uma"),
  email: "uma@uppsala.example",
  name: "Uma",
  language: "sv",
  disabled: false,
  createdAt: at("2026-01-01T08:00:00Z"),
  reviewer: aProfile({ parkId: "uppsala", interests: [{ organisationId: "org_lab", kind: "tenancy" }] }),
  version: 3,
};
const profile: OwnProfile = {
  terms: ["enzymology", "enzymology", "assay validation"],
  taxonomy: ["sec-diagnostics"],
  languages: ["sv", "en"],
  capacity: 4,
  away: [{ from: "2026-12-20", until: "2027-01-06" }],
};
const save = (given: Partial<OwnProfile> = {}, version = 3) =>
  saveProfile.decide(person, uma, { ...profile, ...given, version }, moment);
const problems = (given: Partial<OwnProfile>) =>
  (refusalOf(() => save(given)).facts.problems as { path: string }[]).map(({ path }) => path);

describe("a reviewer's own profile", () => {
  test("is saved with each term once; the park stays the operator's to say", () => {
    const [saved] = written(save().changes, "person");
    expect(saved?.reviewer).toMatchObject({
      parkId: "uppsala",
      terms: ["enzymology", "assay validation"],
      capacity: 4,
    });
  });

  test("has the conflict rules asked again, and its words stay off the record", () => {
    const { events, effects } = save();
    expect(effects).toEqual([{ body: { kind: "recheck-reviewer", personId: person.personId } }]);
    expect(events).toEqual([{ stream: `person:${person.personId}`, type: "person.profile-saved", facts: {} }]);
  });

  test("leaves the ties alone: they stand with the person's interests", () => {
    const [saved] = written(save().changes, "person");
    expect(saved?.reviewer?.interests).toEqual(person.reviewer?.interests);
  });

  test("refuses days that run backwards and unknown fields, all at once", () => {
    const away = [{ from: "2026-12-20", until: "2026-12-19" }];
    expect(problems({ away, taxonomy: ["astrology"] })).toEqual(["taxonomy.0", "away.0.until"]);
  });

  test("is refused over a newer one, and to who is no reviewer", () => {
    expect(refused(() => save({}, 2))).toBe("conflict person.changed");
    const other = () => saveProfile.decide(person, anActor("uma"), { ...profile, version: 3 }, moment);
    expect(refused(other)).toBe("forbidden actor.role-needed");
  });
});
