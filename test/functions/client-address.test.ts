import { cdnHeader, clientAddress, viewerHeader } from "@multihelix/functions/client-address.ts";
import { describe, expect, test } from "vitest";

const word = "a-word-of-the-cdn";
const asked = (headers: Record<string, string>) => ({ headers, requestContext: { http: { sourceIp: "192.0.2.1" } } });

describe("the address of a client (S16)", () => {
  test("is what the CDN says, when it knows the word", () => {
    expect(clientAddress(asked({ [viewerHeader]: "2001:db8::7", [cdnHeader]: word }), word)).toBe("2001:db8::7");
  });

  test("is who connected, when somebody else says otherwise", () => {
    const forged = [{ [viewerHeader]: "203.0.113.9" }, { [viewerHeader]: "203.0.113.9", [cdnHeader]: "a-guess" }];
    for (const headers of forged) expect(clientAddress(asked(headers), word)).toBe("192.0.2.1");
  });

  test("is never taken from X-Forwarded-For", () => {
    expect(clientAddress(asked({ "x-forwarded-for": "203.0.113.9", [cdnHeader]: word }), word)).toBe("192.0.2.1");
  });
});
