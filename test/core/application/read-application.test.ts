import { readApplication } from "@multihelix/core/application/read-application.ts";
import type { Reader } from "@multihelix/core/port/store.ts";
import { expect, test } from "vitest";
import { anApplication } from "../../fixture/build/application.ts";
import { caseId } from "../../fixture/build/case.ts";

/** Answers from the demo application, and notes when each read begins and ends. */
function watched(): { reader: Reader; log: string[] } {
  const facts = anApplication();
  const log: string[] = [];
  const stored: Record<string, unknown> = {
    case: facts.one,
    call: facts.call,
    offer: facts.offer,
    organisation: facts.applicant,
    aidGroup: facts.aidGroup,
  };
  const noted = async (name: string, value: unknown) => {
    log.push(`${name} begins`);
    await Promise.resolve();
    log.push(`${name} ends`);
    return value;
  };
  const reader = {
    get: (name: string) => noted(name, stored[name]),
    list: (name: string) => noted(name, name === "section" ? facts.sections : []),
    wholeCase: () => Promise.reject(new Error("not asked")),
  } as unknown as Reader;
  return { reader, log };
}

test("the aid group is read before the grants that its version vouches for", async () => {
  const { reader, log } = watched();
  await readApplication(reader, caseId);
  expect(log.indexOf("aidGroup ends")).toBeGreaterThan(-1);
  expect(log.indexOf("aidGrant begins")).toBeGreaterThan(log.indexOf("aidGroup ends"));
});
