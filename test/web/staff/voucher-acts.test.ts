/** The page of a voucher offers what the server takes of that person: an extension once, another value while nothing is used. */
import { extensionFor, isUnused } from "@multihelix/web/route/manager/voucher-acts.ts";
import { expect, test } from "vitest";

const extension = { months: 4, reasons: "The series takes longer.", by: "per_mia", at: "2026-11-20T09:00:00Z" };
const [manager, finance] = [
  { manages: true, finances: false },
  { manages: false, finances: true },
];
const both = { manages: true, finances: true };
const voucher = (given?: object) =>
  (given === undefined ? {} : { extension: given }) as Parameters<typeof extensionFor>[0];

test("a manager extends while no extension was confirmed", () => {
  expect(extensionFor(voucher(), manager)).toEqual({});
  expect(extensionFor(voucher(extension), manager)).toEqual({});
  expect(extensionFor(voucher({ ...extension, confirmedBy: "per_fay" }), both)).toBeUndefined();
});

test("finance confirms what was proposed, with its months, and extends nothing of its own", () => {
  expect(extensionFor(voucher(), finance)).toBeUndefined();
  expect(extensionFor(voucher(extension), finance)).toEqual({ proposed: 4 });
  expect(extensionFor(voucher(), both)).toEqual({});
  expect(extensionFor(voucher(extension), both)).toEqual({ proposed: 4 });
  expect(extensionFor(voucher(extension), { manages: false, finances: false })).toBeUndefined();
});

test("nobody confirms as finance what they proposed as manager", () => {
  expect(extensionFor(voucher(extension), { ...both, me: "per_mia" })).toBeUndefined();
  expect(extensionFor(voucher(extension), { ...both, me: "per_fay" })).toEqual({ proposed: 4 });
});

test("another value is proposed only while all of it is left", () => {
  const value = { amount: 1_000, currency: "EUR" };
  expect(isUnused({ value, left: value })).toBe(true);
  expect(isUnused({ value, left: { ...value, amount: 999 } })).toBe(false);
});
