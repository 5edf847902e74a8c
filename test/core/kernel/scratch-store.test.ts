/** The store that keeps nothing, held to what every store must do. */
import { scratchStore } from "@multihelix/core/kernel/scratch-store.ts";
import { describe, expect, test } from "vitest";
import { aCall, callId } from "../../fixture/build/call.ts";
import { storeContract } from "../../fixture/store-contract.ts";

describe("a scratch store", () => {
  const store = scratchStore([]);
  storeContract(() => store);

  test("begins with what it is given, and two of them know nothing of each other", async () => {
    const [one, other] = [scratchStore([{ name: "call", value: aCall() }]), scratchStore([])];
    expect(await one.get("call", { callId })).toEqual(aCall());
    expect(await other.list("call", {})).toEqual([]);
  });
});
