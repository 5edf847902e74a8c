/** The network file in force, read from the store and kept for a short while. */
import { DomainError } from "../kernel/error.ts";
import type { Clock, NetworkSource } from "../port/deps.ts";
import type { Reader } from "../port/store.ts";
import { type NetworkFile, networkFileSchema } from "./network-file.ts";

const keptMilliseconds = 5_000;

/** `unavailable network.not-applied` until a first file was applied. */
export function createNetworkSource(store: Reader, clock: Clock, whileEmpty?: NetworkFile): NetworkSource {
  let kept: { file: NetworkFile; until: number } | undefined;
  return {
    async current() {
      const now = Date.parse(clock.now());
      if (kept !== undefined && now < kept.until && now >= kept.until - keptMilliseconds) return kept.file;
      const item = await store.get("network", { id: "current" });
      if (item === undefined) {
        if (whileEmpty !== undefined) return whileEmpty;
        throw new DomainError("unavailable", "network.not-applied");
      }
      kept = { file: networkFileSchema.parse(item.file), until: now + keptMilliseconds };
      return kept.file;
    },
    refresh() {
      kept = undefined;
    },
  };
}
