/** The only reader of amounts in files of imports: a point, no other signs. */

/** `9600` and `9600.00` in minor units; undefined for anything else, more decimals than the currency has included. */
export function minorUnits(text: string, exponent: number): number | undefined {
  const [, whole = "", decimals = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === "" || decimals.length > exponent) return undefined;
  const units = BigInt(whole + decimals.padEnd(exponent, "0"));
  return units > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(units);
}
