import { callFileOf, callFileSchema, importCall, importCallInput } from "@multihelix/core/call/call-file.ts";
import { createCallInput } from "@multihelix/core/call/create-call.ts";
import { expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const mia = staff("mia", "manager", "limburg");
const call = aCall({ languages: ["en"], tieRule: "draw" });
const file = callFileOf(call);
const bring = (given: object = {}, calls = [call]) =>
  importCall.decide({ calls }, mia, importCallInput.parse({ file, ...given }), moment);

test("a call goes into a file and comes back as a draft that says the same, with its own code and days", () => {
  expect(callFileSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  const [made] = written(bring({ code: "LIM-V27", opensOn: "2027-01-04", closesOn: "2027-06-30" }).changes, "call");
  if (made === undefined) throw new Error("nothing was drafted");
  expect(made).toMatchObject({
    state: "draft",
    code: "LIM-V27",
    createdBy: mia.personId,
    // Midnight in Brussels.
    opens: "2027-01-03T23:00:00.000Z",
    closes: "2027-06-30T21:59:59.000Z",
    payers: [{ ledger: { budgetYear: 2027, callId: made.callId } }],
  });
  expect(made.publishedBy).toBeUndefined();
  const { opens: _o, closes: _c, code: _n, ...said } = callFileOf(made).call;
  const { opens, closes, code, ...before } = file.call;
  expect(said).toEqual(before);
  expect([opens, closes, code]).toEqual([call.opens, call.closes, call.code]);
});

test("nothing of what happened to a call goes along", () => {
  const frozen = { round: 1, hash: "f00", by: mia.personId, at: moment.now };
  const text = JSON.stringify(callFileOf(aCall({ mode: "deadline", state: "deciding", frozen })));
  for (const word of ["per_", "f00", "deciding", "call_"]) expect(text).not.toContain(word);
});

test("a code is taken once, and only managers of the lead park draft", () => {
  expect(refused(() => bring())).toBe("conflict call.code-taken");
  const olga = staff("olga", "manager", "wales");
  expect(refused(() => importCall.decide({ calls: [] }, olga, importCallInput.parse({ file }), moment))).toBe(
    "forbidden actor.role-needed",
  );
});

test("another version, an unknown field and a wrong value are refused with their place in the file", () => {
  const faults = (changed: object) => {
    const parsed = importCallInput.safeParse({ file: changed });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
  };
  expect(faults({ ...file, version: 2 })).toEqual(["file.version"]);
  expect(faults({ ...file, extra: true })).toEqual(["file"]);
  expect(faults({ ...file, call: { ...file.call, intensity: 120 } })).toEqual(["file.call.intensity"]);
  const wrong = createCallInput.parse({ ...file.call, currency: "GBP" });
  expect(refusalOf(() => bring({ file: { ...file, call: wrong } }, [])).facts["problems"]).toMatchObject([
    { path: "file.call.currency" },
  ]);
});
