/** A first guess at the day on which the bank may pay: the park's holidays are checked by the server. */

/** `2026-11-27`: the next day after `from` that is no Saturday or Sunday, in this browser's zone. */
export function nextWorkday(from: Date): string {
  const day = new Date(from.getFullYear(), from.getMonth(), from.getDate() + 1);
  while (day.getDay() === 0 || day.getDay() === 6) day.setDate(day.getDate() + 1);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
