/** Files of one machine: below the data folder, whole or not at all, fetched and sent through the API itself. */
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FilePlace, FileStore } from "@multihelix/core/port/file-store.ts";

const keyShape = /^app_[0-9A-Z]{26}\/fil_[0-9A-Z]{26}$/;

/** @param folder made when the first file comes */
export function createDiskFiles(folder: string): FileStore {
  const pathOf = (place: FilePlace, key: string) => {
    if (!keyShape.test(key)) throw new Error("a key of the file store is an id of a case and one of a file");
    return join(folder, place, key);
  };
  return {
    sendAddress: async () => undefined,
    fetchAddress: async () => undefined,
    async read(place, key) {
      try {
        return new Uint8Array(await readFile(pathOf(place, key)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    async write(place, key, bytes) {
      const path = pathOf(place, key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const half = `${path}.${process.pid}.half`;
      const file = await open(half, "w", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, path);
    },
    remove: (place, key) => rm(pathOf(place, key), { force: true }),
  };
}
