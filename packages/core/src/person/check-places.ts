/** What a people file says of parks and registers, against the network file that it shall live with. */
import { checkRegisterId } from "../kernel/register-id.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Problem } from "../network/problem.ts";
import { roleScopes } from "./grant-changes.ts";
import type { PeopleFile } from "./people-file.ts";

export function checkPlaces(file: PeopleFile, network: NetworkFile): Problem[] {
  const unknownPark = (parkId: string | undefined, path: string): Problem[] =>
    parkId === undefined || network.parks.some(({ id }) => id === parkId)
      ? []
      : [{ path, text: `The network file has no park "${parkId}".` }];
  return [
    ...file.organisations.flatMap((row, index) => [
      ...unknownPark(row.homePark, `organisations[${index}].homePark`),
      ...registerProblems(row, `organisations[${index}]`, network),
    ]),
    ...file.persons.flatMap(({ roles, reviewer }, index) => [
      ...roles.flatMap((role, at) => [
        ...unknownPark(role.parkId, `persons[${index}].roles[${at}].parkId`),
        ...scopeProblems(role, `persons[${index}].roles[${at}]`),
      ]),
      ...unknownPark(reviewer?.parkId, `persons[${index}].reviewer.parkId`),
    ]),
  ];
}

function registerProblems(
  { registerScheme, registerId }: PeopleFile["organisations"][number],
  path: string,
  network: NetworkFile,
): Problem[] {
  const scheme = network.registerSchemes.find(({ id }) => id === registerScheme);
  if (scheme === undefined)
    return [{ path: `${path}.registerScheme`, text: `The network file has no register "${registerScheme}".` }];
  const checked = checkRegisterId(scheme, registerId);
  if (checked.ok) return [];
  const what = checked.reason === "shape" ? "does not look like a number of" : "has a wrong check digit for";
  return [
    { path: `${path}.registerId`, text: `"${registerId}" ${what} ${scheme.id}; an example is ${scheme.example}.` },
  ];
}

function scopeProblems({ role, parkId }: PeopleFile["persons"][number]["roles"][number], path: string): Problem[] {
  const scopes = roleScopes[role];
  if (scopes.includes(parkId === undefined ? "network" : "park")) return [];
  return [
    {
      path: `${path}.parkId`,
      text:
        parkId === undefined
          ? `The role "${role}" is held in a park: say in which.`
          : `The role "${role}" is held in the whole network: leave the park out.`,
    },
  ];
}
