/** What must hold of parks, calendars and register schemes in a network file. */
import { isValidBIC, isValidIBAN } from "ibantools";
import { isKnownCurrency } from "../kernel/currency.ts";
import { isKnownZone } from "../kernel/instant.ts";
import { checkRegisterId } from "../kernel/register-id.ts";
import type { NetworkFile } from "./network-file.ts";
import type { Park, ParkInterest } from "./park.ts";
import { type Problem, repeated } from "./problem.ts";

export function checkParks(network: NetworkFile): Problem[] {
  return [
    ...repeated(network.parks, "parks", "Park", (park) => park.id),
    ...repeated(network.parks, "parks", "Initials", (park) => park.initials),
    ...repeated(network.parks, "parks", "Mark", (park) => `${park.mark.shape} ${park.mark.hue}`),
    ...repeated(network.calendars, "calendars", "Calendar", (calendar) => calendar.id),
    ...repeated(network.registerSchemes, "registerSchemes", "Register scheme", (scheme) => scheme.id),
    ...network.parks.flatMap((park, index) => checkPark(network, park, `parks[${index}]`)),
    ...checkCalendars(network),
    ...checkSchemes(network),
  ];
}

function checkPark(network: NetworkFile, park: Park, path: string): Problem[] {
  const problems: Problem[] = [];
  const say = (where: string, text: string) =>
    problems.push({ path: `${path}.${where}`, text: `${park.name}: ${text}` });
  if (!network.calendars.some((calendar) => calendar.id === park.calendar))
    say("calendar", `the calendar "${park.calendar}" is not in this file.`);
  if (!isKnownZone(park.zone)) say("zone", `the time zone "${park.zone}" is unknown; write it like "Europe/Brussels".`);
  if (!isKnownCurrency(park.currency)) say("currency", `the currency "${park.currency}" is unknown.`);
  for (const language of park.languages) {
    if (!network.languages.includes(language)) say("languages", `"${language}" is not a language of the network.`);
    if (park.associate) continue;
    if (park.texts.legalRemedy[language] === undefined) say("texts.legalRemedy", `there is no text in "${language}".`);
    if (park.texts.awardRemedy !== undefined && park.texts.awardRemedy[language] === undefined)
      say("texts.awardRemedy", `there is no text in "${language}".`);
    if (park.texts.terms[language] === undefined) say("texts.terms", `there is no text in "${language}".`);
  }
  for (const [index, channel] of park.channels.entries()) {
    for (const name of [channel.reaches, channel.bic]) {
      const area = /^(?:area|outside):(.+)$/.exec(name)?.[1];
      const known = area === undefined || area in network.areas;
      if (!known) say(`channels[${index}]`, `the area "${area}" is not in this file.`);
    }
    for (const currency of channel.currencies) {
      if (!isKnownCurrency(currency)) say(`channels[${index}].currencies`, `the currency "${currency}" is unknown.`);
    }
  }
  checkEntity(network, park, say);
  for (const [index, interest] of park.interests.entries())
    checkRegister(network, interest, (field, text) => say(`interests[${index}].${field}`, text));
  checkDebtor(park, say);
  return problems;
}

type Say = (where: string, text: string) => void;

function checkEntity(network: NetworkFile, park: Park, say: Say): void {
  const entity = park.legalEntity;
  if (entity === undefined) {
    if (!park.associate) say("legalEntity", "a park that pays needs a legal entity with its address.");
    return;
  }
  checkRegister(network, entity, (field, text) => say(`legalEntity.${field}`, text));
}

function checkRegister(
  network: NetworkFile,
  named: Pick<ParkInterest, "registerScheme" | "registerId">,
  say: Say,
): void {
  const scheme = network.registerSchemes.find((one) => one.id === named.registerScheme);
  if (scheme === undefined) say("registerScheme", `the register "${named.registerScheme}" is not in this file.`);
  else if (!checkRegisterId(scheme, named.registerId).ok)
    say("registerId", `"${named.registerId}" is no number of ${scheme.name} (like ${scheme.example}).`);
}

function checkDebtor(park: Park, say: Say): void {
  const account = park.debtor;
  if (account === undefined) {
    if (!park.associate) say("debtor", "a park that pays needs the account it pays from.");
    return;
  }
  if ((account.iban === undefined) === (account.other === undefined))
    say("debtor", "the account needs either an IBAN or a number of its bank, not both.");
  if (account.iban !== undefined && !isValidIBAN(account.iban))
    say("debtor.iban", `"${account.iban}" is no IBAN (written without blanks).`);
  if (account.bic === undefined || !isValidBIC(account.bic)) say("debtor.bic", `"${account.bic ?? ""}" is no BIC.`);
  if (account.currency !== park.currency)
    say("debtor.currency", `the account is in ${account.currency}, the park pays in ${park.currency}.`);
  if (!park.channels.some((channel) => channel.currencies.includes(park.currency)))
    say("channels", `no channel carries ${park.currency}.`);
}

function checkCalendars(network: NetworkFile): Problem[] {
  return network.calendars.flatMap((calendar, index) => {
    const path = `calendars[${index}]`;
    const outside = calendar.holidays.flatMap(({ date, name }, at) =>
      date < calendar.from || date > calendar.until
        ? [
            {
              path: `${path}.holidays[${at}]`,
              text: `Calendar ${calendar.id}: ${name} (${date}) is outside ${calendar.from} to ${calendar.until}.`,
            },
          ]
        : [],
    );
    const turned =
      calendar.until < calendar.from ? [{ path, text: `Calendar ${calendar.id} ends before it begins.` }] : [];
    return [
      ...turned,
      ...outside,
      ...repeated(calendar.holidays, `${path}.holidays`, `Calendar ${calendar.id}: the day`, (day) => day.date),
    ];
  });
}

function checkSchemes(network: NetworkFile): Problem[] {
  return network.registerSchemes.flatMap((scheme, index) =>
    checkRegisterId(scheme, scheme.example).ok
      ? []
      : [
          {
            path: `registerSchemes[${index}].example`,
            text: `${scheme.name}: its own example "${scheme.example}" does not pass its rule.`,
          },
        ],
  );
}
