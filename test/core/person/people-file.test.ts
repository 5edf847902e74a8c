import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { ownAidGroupOf } from "@multihelix/core/organisation/organisation-id.ts";
import { actsOf, checkPeople, type PeopleFileInput, peopleFileSchema } from "@multihelix/core/person/people-file.ts";
import { expect, test } from "vitest";
import { aMoment } from "../../fixture/build/moment.ts";

const address = { street: "Agoralaan", number: "8", postcode: "3590", town: "Diepenbeek", country: "BE" };
const organisation = (
  ref: string,
  registerId: string,
  linkedWith?: string,
): PeopleFileInput["organisations"][number] => ({
  ref,
  legalName: ref,
  kind: "company",
  address,
  registerScheme: "BE-BCE_KBO",
  registerId,
  ...(linkedWith === undefined ? {} : { linkedWith }),
});
const file = (given: Partial<PeopleFileInput>) =>
  peopleFileSchema.parse({ schema: 1, organisations: [], persons: [], ...given });

test("every name that leads nowhere is told with its place", () => {
  const problems = checkPeople(
    file({
      organisations: [
        organisation("mother", "0999987153"),
        organisation("child", "0999987252", "aunt"),
        organisation("grandchild", "0999987351", "child"),
        organisation("mother", "0999987153"),
      ],
      persons: [
        { email: "a@x.example", name: "A", language: "en", memberships: [{ organisation: "nowhere", level: "owner" }] },
        { email: "A@X.example", name: "A", language: "en" },
      ],
    }),
  );
  expect(problems.map(({ path }) => path)).toEqual([
    "organisations[3]",
    "organisations[3]",
    "persons[1]",
    "organisations[1].linkedWith",
    "organisations[2].linkedWith",
    "persons[0].memberships[0]",
  ]);
});

test("linked organisations come after the one that founds their aid group, and share it", () => {
  const network = demoNetwork();
  const { digest } = aMoment();
  const { organisations, persons } = actsOf(
    file({
      organisations: [organisation("child", "0999.987.252", "mother"), organisation("mother", "0999.987.153")],
      persons: [
        { email: "a@x.example", name: "A", language: "en", memberships: [{ organisation: "child", level: "owner" }] },
      ],
    }),
    network,
    digest,
  );
  const [mother, child] = organisations;
  expect([mother?.legalName, child?.legalName]).toEqual(["mother", "child"]);
  expect(mother).not.toHaveProperty("aidGroupId");
  expect(child?.aidGroupId).toBe(
    ownAidGroupOf(network, { registerScheme: "BE-BCE_KBO", registerId: "0999987153" }, digest),
  );
  expect(persons[0]?.memberships).toEqual([{ organisationId: child?.organisationId, level: "owner" }]);
});

test("one register number is one organisation, however it is written", () => {
  const { digest } = aMoment();
  const idOf = (registerId: string) =>
    actsOf(file({ organisations: [organisation("one", registerId)] }), demoNetwork(), digest).organisations[0]
      ?.organisationId;
  expect(idOf("0999.987.153")).toBe(idOf("0999987153"));
  expect(idOf("0999987153")).not.toBe(idOf("0999987252"));
});
