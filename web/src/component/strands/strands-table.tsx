/** The table twin of a strands picture, folded until it is wanted. */

import { useLingui } from "@lingui/react";
import type { Strands } from "@multihelix/core/view/strands.ts";
import { ParkMark } from "../park-mark.tsx";
import { twinRows } from "./twin.ts";
import { useStateWords } from "./use-state-words.ts";
import type { StrandWords } from "./words.ts";

export function StrandsTable({ strands, words }: { readonly strands: Strands; readonly words: StrandWords }) {
  const { i18n } = useLingui();
  const stateWords = useStateWords();
  const head = { park: i18n._("Park"), state: i18n._("State"), when: i18n._("When"), who: i18n._("Who") };
  return (
    <details className="twin">
      <summary>{i18n._("Same picture as a table")}</summary>
      <div className="tw">
        <table className="cards">
          <caption className="sr">{strands.title}</caption>
          <thead>
            <tr>
              <th scope="col">{i18n._("Step")}</th>
              <th scope="col">{head.park}</th>
              <th scope="col">{head.state}</th>
              <th scope="col">{head.when}</th>
              <th scope="col">{head.who}</th>
            </tr>
          </thead>
          <tbody>
            {twinRows(strands, words).map((row) => {
              const park = strands.parks.find((one) => one.id === row.parkId);
              return (
                <tr key={row.id}>
                  <th scope="row">{row.step}</th>
                  <td data-l={head.park}>{park !== undefined && <ParkMark park={park} />}</td>
                  <td data-l={head.state}>
                    {row.state === "present" ? <b>{stateWords.present}</b> : stateWords[row.state]}
                  </td>
                  <td data-l={head.when} className={row.overdue ? "late" : undefined}>
                    {row.when}
                  </td>
                  <td data-l={head.who}>{row.who}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
