/** When a role's last day is over: in the park where it holds, or, for a role of the whole network, in every park of it. */
import { dayAfter } from "../kernel/day.ts";
import { type Instant, startOfDay } from "../kernel/instant.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";

/** The zone whose clock ends such a day: the park's; of the whole network, the one in which the day is over last. */
export function zoneOfRole(day: string, parkId: string | undefined, network: NetworkFile): string {
  if (parkId !== undefined) return parkOf(network, parkId).zone;
  const next = dayAfter(day, 1);
  const [last] = network.parks
    .map(({ zone }) => ({ zone, over: startOfDay(next, zone) }))
    .toSorted((a, b) => b.over.localeCompare(a.over));
  return last?.zone ?? "UTC";
}

/** The first instant at which a role with this last day no longer holds. @throws not_found `park.unknown` */
export function endOfRole(lastDay: string, parkId: string | undefined, network: NetworkFile): Instant {
  return startOfDay(dayAfter(lastDay, 1), zoneOfRole(lastDay, parkId, network));
}
