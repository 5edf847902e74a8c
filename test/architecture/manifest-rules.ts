/** The rules about package.json files: exact versions, and no declared dependency against an arrow. */
import { arrows, roomOf } from "./arrows.ts";
import type { House, Violation } from "./house.ts";

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

export function checkManifests({ manifests }: House): Violation[] {
  return manifests.flatMap(({ path, dependencies }) =>
    Object.entries(dependencies).flatMap(([name, version]): Violation[] => {
      const room = roomOf(path);
      const to = name.startsWith("@multihelix/") ? name.slice("@multihelix/".length) : undefined;
      if (room && to && arrows[room].every((arrow) => arrow.to !== to)) {
        return [{ rule: "arrow", path, line: 0, says: `${room} may not depend on ${to}` }];
      }
      return EXACT.test(version)
        ? []
        : [{ rule: "exact", path, line: 0, says: `${name} ${version} is not one version` }];
    }),
  );
}
