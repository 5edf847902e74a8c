/** Whose address counts on one machine: the connection's, unless the operator named the proxy's header. */
import { clientAddress } from "@multihelix/local/client-address.ts";
import { expect, test } from "vitest";

const forged = new Headers({ "x-forwarded-for": "198.51.100.66" });

test("a header that nobody named is not believed, whoever sends it", () => {
  expect(clientAddress(forged, "192.0.2.1", undefined)).toBe("192.0.2.1");
  expect(clientAddress(forged, "192.0.2.1", "x-real-ip")).toBe("192.0.2.1");
  expect(clientAddress(forged, undefined, undefined)).toBe("127.0.0.1");
});

test("of several addresses the last counts: the proxy added it, what stands before may be the client's invention", () => {
  const headers = new Headers({ "x-forwarded-for": "198.51.100.66, 203.0.113.9" });
  expect(clientAddress(headers, "127.0.0.1", "X-Forwarded-For")).toBe("203.0.113.9");
});

test("a proxy that writes nothing leaves the connection's address", () => {
  expect(clientAddress(new Headers(), "192.0.2.1", "x-forwarded-for")).toBe("192.0.2.1");
  expect(clientAddress(new Headers({ "x-forwarded-for": "198.51.100.66, " }), "192.0.2.1", "x-forwarded-for")).toBe(
    "192.0.2.1",
  );
});
