import { faultOf, fieldId, listFaults, nameOfPointer } from "@multihelix/web/form/field-errors.ts";
import { describe, expect, it } from "vitest";

const errors = {
  price: { amount: { type: "custom", message: "Enter the price." } },
  start: { day: { type: "custom", message: "Enter a day." }, year: { type: "custom", message: "Enter a year." } },
  why: { type: "too_small", message: "Say why.", ref: { message: "not an error" } },
};

describe("the faults of a form", () => {
  it("are listed in the form's order with the fields they belong to", () => {
    expect(listFaults(errors).map((fault) => fault.name)).toEqual(["price.amount", "start.day", "start.year", "why"]);
  });

  it("of a part belong to the whole field", () => {
    expect(faultOf(errors, "start")).toBe("Enter a day.");
    expect(faultOf(errors, "star")).toBeUndefined();
  });

  it("that the API names by pointer are found by the form's name", () => {
    expect(nameOfPointer({ pointer: "/price/amount", detail: "" })).toBe("price.amount");
    expect(nameOfPointer({ pointer: "#/a~1b/0/c%20d", detail: "" })).toBe("a/b.0.c d");
  });

  it("lead to an id that every field can have", () => {
    expect(fieldId("partners.0.price")).toBe("field-partners-0-price");
  });
});
