/** A first guess at the day on which the bank may pay: the park's holidays are checked by the server. */

/** `2026-11-27`: the next day after `today` that is no Saturday or Sunday. */
export function nextWorkday(today: string): string {
  let day = dayAfter(today);
  while ([0, 6].includes(new Date(day).getUTCDay())) day = dayAfter(day);
  return day;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
