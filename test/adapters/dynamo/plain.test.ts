import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { plainItem } from "@multihelix/adapters/dynamo/plain.ts";
import { expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.maxSafeInteger(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
      .map((x) => Number(x.toPrecision(12)) + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie("any"), { maxKeys: 4 }),
  ),
})).any;

test("what DynamoDB answers is what was stored, whatever it holds", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value), (item) => {
      const plain = JSON.parse(JSON.stringify(item)) as Record<string, unknown>;
      expect(plainItem(marshall(plain))).toEqual(plain);
    }),
  );
});

test("a kind that the house never writes is refused, not read as something else", () => {
  const item: Record<string, AttributeValue> = { tags: { SS: ["a"] } };
  expect(() => plainItem(item)).toThrow("the kind SS");
});
