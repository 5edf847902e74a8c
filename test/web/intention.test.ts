import { createIntention, randomKey } from "@multihelix/web/intention.ts";
import { describe, expect, it } from "vitest";

function counted() {
  let number = 0;
  return createIntention(() => `key-${++number}`);
}

describe("an intention", () => {
  it("keeps its key while the same thing is tried again", () => {
    const intention = counted();
    expect(intention.keyFor({ answer: "yes" })).toBe(intention.keyFor({ answer: "yes" }));
  });

  it("takes a new key when what is sent changes: the server refuses another body under a key", () => {
    const intention = counted();
    expect([intention.keyFor({ amount: 1 }), intention.keyFor({ amount: 2 })]).toEqual(["key-1", "key-2"]);
  });

  it("is over once done, so that the same act may be meant again", () => {
    const intention = counted();
    intention.keyFor({ answer: "yes" });
    intention.done();
    expect(intention.keyFor({ answer: "yes" })).toBe("key-2");
  });

  it("has a key that the API accepts", () => {
    expect(randomKey()).toMatch(/^[\x21-\x7e]{8,100}$/);
    expect(randomKey()).not.toBe(randomKey());
  });
});
