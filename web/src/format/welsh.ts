/** Names of days and months in Welsh: browsers built on Chromium carry none. */

const months = [
  ["January", "Ionawr", "Ion"],
  ["February", "Chwefror", "Chwe"],
  ["March", "Mawrth", "Maw"],
  ["April", "Ebrill", "Ebr"],
  ["May", "Mai", "Mai"],
  ["June", "Mehefin", "Meh"],
  ["July", "Gorffennaf", "Gorff"],
  ["August", "Awst", "Awst"],
  ["September", "Medi", "Medi"],
  ["October", "Hydref", "Hyd"],
  ["November", "Tachwedd", "Tach"],
  ["December", "Rhagfyr", "Rhag"],
] as const;

const days = [
  ["Monday", "dydd Llun", "Llun"],
  ["Tuesday", "dydd Mawrth", "Maw"],
  ["Wednesday", "dydd Mercher", "Mer"],
  ["Thursday", "dydd Iau", "Iau"],
  ["Friday", "dydd Gwener", "Gwen"],
  ["Saturday", "dydd Sadwrn", "Sad"],
  ["Sunday", "dydd Sul", "Sul"],
] as const;

/** The Welsh for an English month or day as `Intl` writes it in en-GB, long or short (`Sept` included). */
export function inWelsh(english: string, type: "month" | "weekday"): string {
  const names = type === "month" ? months : days;
  const row = names.find(([name]) => name === english || (english.length >= 3 && name.startsWith(english)));
  if (row === undefined) return english;
  return english === row[0] && row[0] !== "May" ? row[1] : row[2];
}

/** Names of the countries that calls, companies and grantors are in, by ISO code. */
export const welshCountries: Readonly<Record<string, string>> = {
  AT: "Awstria",
  BE: "Gwlad Belg",
  BG: "Bwlgaria",
  CA: "Canada",
  CH: "Y Swistir",
  CY: "Cyprus",
  CZ: "Tsiecia",
  DE: "Yr Almaen",
  DK: "Denmarc",
  EE: "Estonia",
  ES: "Sbaen",
  FI: "Y Ffindir",
  FR: "Ffrainc",
  GB: "Y Deyrnas Unedig",
  GR: "Gwlad Groeg",
  HR: "Croatia",
  HU: "Hwngari",
  IE: "Iwerddon",
  IS: "Gwlad yr Iâ",
  IT: "Yr Eidal",
  LT: "Lithwania",
  LU: "Lwcsembwrg",
  LV: "Latfia",
  MT: "Malta",
  NL: "Yr Iseldiroedd",
  NO: "Norwy",
  PL: "Gwlad Pwyl",
  PT: "Portiwgal",
  RO: "Rwmania",
  SE: "Sweden",
  SI: "Slofenia",
  SK: "Slofacia",
};
