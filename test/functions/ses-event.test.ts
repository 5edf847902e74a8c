import { returnedLetter } from "@multihelix/functions/ses-event.ts";
import { describe, expect, test } from "vitest";

const letterId = "let_01K8Z3V5J0QW4R7T9Y2B6C8D1F";
const tags = {
  letter: [letterId],
  stream: [Buffer.from("person:per_01K8Z3V5J0QW4R7T9Y2B6C8D1F").toString("base64url")],
};
const event = (eventType: string, more: object = {}) =>
  JSON.stringify({ eventType, mail: { messageId: "m-1", tags }, ...more });

describe("what SES tells about a mail", () => {
  test("a permanent bounce, a complaint and a refusal name the letter by its tags", () => {
    const stream = "person:per_01K8Z3V5J0QW4R7T9Y2B6C8D1F";
    const bounced = event("Bounce", { bounce: { bounceType: "Permanent", bounceSubType: "General" } });
    expect(returnedLetter(bounced)).toEqual({ letterId, stream, reason: "bounce" });
    expect(returnedLetter(event("Complaint"))).toEqual({ letterId, stream, reason: "complaint" });
    expect(returnedLetter(event("Reject"))).toEqual({ letterId, stream, reason: "reject" });
  });

  test("a mailbox that is full for now has not come back: SES tries on", () => {
    expect(returnedLetter(event("Bounce", { bounce: { bounceType: "Transient" } }))).toBeUndefined();
  });

  test("a delivery, and a mail without our tags, are nothing", () => {
    expect(returnedLetter(event("Delivery"))).toBeUndefined();
    expect(returnedLetter(JSON.stringify({ eventType: "Complaint", mail: {} }))).toBeUndefined();
  });

  test("what is no event of SES is a fault, and ends in the failure queue", () => {
    expect(() => returnedLetter("hello")).toThrow();
    expect(() => returnedLetter("{}")).toThrow();
  });
});
