import { proposeScope } from "@multihelix/core/voucher/propose-scope.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { storeCase } from "../../fixture/stored-case.ts";

const lab = idOf("org", "lab");
const input = {
  caseId,
  scope: "Two series on tissue instead of three on cells.",
  reasons: "The cell line is gone.",
};

let deps: TestDeps;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
});
afterAll(() => stop());

describe("the day until which a provider says its word on another service", () => {
  const one = aCase({ status: "in-use", providerId: lab });
  const dueOf = (country: string | undefined, slot: string, from = memberOf("anna", "vivo")) => {
    const facts = useFacts({ one, providerWorksAt: { country } });
    const { changes } = proposeScope.decide(facts, from, input, aMoment(at("2026-06-08T09:00:00Z")));
    return written(changes, "task").find((task) => task.slot === slot)?.due;
  };

  test("counts the working days of the provider's country, to the end of the day where the park is", () => {
    // Midsummer Eve, 19 June 2026: no working day in Sweden.
    expect(dueOf("SE", "provider")).toBe("2026-06-23T21:59:59.000Z");
    expect(dueOf("BE", "provider")).toBe("2026-06-22T21:59:59.000Z");
    expect(dueOf(undefined, "provider")).toBe("2026-06-22T21:59:59.000Z");
  });

  test("is read from the provider as it is now", async () => {
    const { address } = anOrganisation();
    const stored = await storeCase(deps.store, { status: "in-use", providerId: lab });
    const organisation = anOrganisation({ organisationId: lab, address: { ...address, country: "SE" } });
    await deps.store.commit([{ op: "put", name: "organisation", value: organisation }]);
    const facts = await proposeScope.read(deps.store, { ...input, caseId: stored.caseId }, memberOf("anna", "vivo"));
    expect(facts.providerWorksAt).toEqual({ country: "SE" });
  });
});
