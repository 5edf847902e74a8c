/** What each column of the files of earlier awards means, with an example: for the templates. */
import type { AidColumn, BackColumn } from "./aid-file.ts";

export const aidColumnText: Readonly<Record<AidColumn | BackColumn, readonly [meaning: string, example: string]>> = {
  reference: ["Reference of the award at its grantor", "VLAIO-2025-881"],
  grantor: ["Who granted it, always written the same way", "Agency for Innovation"],
  basis: ["Basis of the aid with a ceiling over years: eu-de-minimis, uk-mfa, gber-28", "eu-de-minimis"],
  country: ["Country whose ceiling it counts against, your park's own: two letters", "BE"],
  organisation_scheme: ["Register of the company", "BE-BCE_KBO"],
  organisation_number: ["Its number there", "0123.456.749"],
  amount: ["Nominal amount of the award", "45000.00"],
  equivalent: [
    "What of it is aid where that is not the amount, as of a loan or a guarantee: its gross grant equivalent; else empty",
    "6200.00",
  ],
  currency: ["Currency of both", "EUR"],
  granted_on: ["Day on which the right to it arose", "2025-02-17"],
  reason: ["Why it does not count, for whoever reads the record later", "It was granted to another company"],
};
