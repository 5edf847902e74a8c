/** A virtual device with a fingerprint reader for passkeys in browser tests. */
import type { CDPSession } from "playwright-core";
import type { Person } from "./person.ts";

export interface Device {
  readonly cdp: CDPSession;
  readonly id: string;
}

/** A device with a fingerprint reader whose owner has put the finger on it. */
export async function withDevice({ context, page }: Person): Promise<Device> {
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id: authenticatorId };
}
