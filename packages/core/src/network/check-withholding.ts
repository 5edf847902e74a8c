/** What must hold of withholding rows in a network file, and of the parks that withhold. */
import type { NetworkFile } from "./network-file.ts";
import type { Problem } from "./problem.ts";

export function checkWithholding({ withholding, parks }: NetworkFile): Problem[] {
  const rows = withholding.flatMap((row, index): Problem[] => {
    const path = `withholding[${index}]`;
    const ended = row.validUntil !== undefined && row.validUntil < row.validFrom;
    const twice = withholding.some(
      (other, at) =>
        at < index &&
        other.country === row.country &&
        other.validFrom <= (row.validUntil ?? "9999-12-31") &&
        row.validFrom <= (other.validUntil ?? "9999-12-31"),
    );
    return [
      ...(ended ? [{ path, text: `Withholding in ${row.country} ends before it begins.` }] : []),
      ...(twice ? [{ path, text: `Withholding in ${row.country}: two rows hold on the same day.` }] : []),
    ];
  });
  const payers = parks.flatMap((park, index): Problem[] => {
    const path = `parks[${index}].remittance`;
    if (park.remittance === undefined) {
      return !park.associate && withholding.some(({ country }) => country === park.country)
        ? [{ path, text: `${park.name}: it withholds tax, so the file must say whom it pays the tax to.` }]
        : [];
    }
    const { currency } = park.remittance.account;
    return currency === park.currency
      ? []
      : [{ path, text: `${park.name}: tax is paid in ${park.currency}, the account is in ${currency}.` }];
  });
  return [...rows, ...payers];
}
