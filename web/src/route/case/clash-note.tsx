/** Two people wrote into the same field: both texts side by side, and the person chooses; until then nothing is saved over. */
import { useLingui } from "@lingui/react";
import { Button } from "../../component/button.tsx";
import { Note } from "../../component/note.tsx";
import type { Saver, SaverState } from "../../form/saver.ts";
import { useFormat } from "./use-format.ts";

interface Props {
  readonly state: SaverState;
  /** Name of a field, and a stored value of it, in words. */
  readonly label: (field: string) => string;
  readonly shown: (field: string, stored: unknown) => string;
  readonly choose: Saver["choose"];
}

export function ClashNote({ state: { clashes, other }, label, shown, choose }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  if (clashes.length === 0) return null;
  const name = other?.by ?? i18n._("Somebody");
  const moment = other?.at === undefined ? "" : format.moment(other.at);
  return (
    <Note kind="warn" live>
      <p>
        {i18n._("{name} saved this on {moment}, while you were writing. Both texts are here; choose which one stays.", {
          name,
          moment,
        })}
      </p>
      {clashes.map((clash) => {
        const title = label(clash.field);
        return (
          <section key={clash.field} className="clash" aria-label={title}>
            <h2>{title}</h2>
            <div>
              <h3>{i18n._("Yours")}</h3>
              <p className="told">{shown(clash.field, clash.mine)}</p>
              <Button small onClick={() => choose(clash.field, "mine")}>
                {i18n._("Keep mine")}
              </Button>
            </div>
            <div>
              <h3>{i18n._("By {name}", { name })}</h3>
              <p className="told">{shown(clash.field, clash.theirs)}</p>
              <Button small onClick={() => choose(clash.field, "theirs")}>
                {i18n._("Take this one")}
              </Button>
            </div>
          </section>
        );
      })}
    </Note>
  );
}
