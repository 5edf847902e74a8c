/** What anybody may know of the network: its parks and their marks. */
import * as z from "zod";
import type { NetworkFile } from "../network/network-file.ts";

export const networkViewSchema = z.object({
  name: z.string(),
  parks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      country: z.string(),
      currency: z.string(),
      languages: z.array(z.string()),
      zone: z.string(),
      shape: z.string(),
      hue: z.string(),
      /** It withholds tax for work done in its country by non-residents: claims say where the work was done. */
      withholds: z.boolean(),
    }),
  ),
});

export function viewNetwork(network: NetworkFile): z.infer<typeof networkViewSchema> {
  return {
    name: network.name,
    parks: network.parks.map(({ id, name, country, currency, languages, zone, mark }) => ({
      id,
      name,
      country,
      currency,
      languages: [...languages],
      zone,
      shape: mark.shape,
      hue: mark.hue,
      withholds: network.withholding.some((row) => row.country === country),
    })),
  };
}
