import { problemOf, problemOfError } from "@multihelix/api/error.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { describe, expect, test } from "vitest";

describe("a refusal on the wire", () => {
  test("names the fields of an input that cannot be taken, as pointers into the body", () => {
    const problems = [{ path: "price.amount", message: "too small" }];
    const problem = problemOf(422, "input.invalid", { problems });
    expect(problem.errors).toEqual([{ pointer: "/price/amount", detail: "too small" }]);
    expect(problem.facts).toBeUndefined();
  });

  test("keeps what is wrong with orders and lines among its facts, since no field is meant", () => {
    const problems = [{ endToEndId: "LIM-1", reason: "no-channel" }];
    const problem = problemOfError(new DomainError("conflict", "batch.orders", { problems }));
    expect(problem).toMatchObject({ status: 409, code: "batch.orders", facts: { problems } });
    expect(problem?.errors).toBeUndefined();
  });

  test("a fault is no refusal", () => {
    expect(problemOfError(new TypeError("broken"))).toBeUndefined();
  });
});
