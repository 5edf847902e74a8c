/** Which park's page it is; shown only to whom several are open. */
import { useLingui } from "@lingui/react";
import { useId } from "react";
import type { NetworkPark } from "../../network.ts";

interface Props {
  readonly parks: readonly NetworkPark[];
  readonly value: string;
  readonly onChange: (parkId: string) => void;
}

export function ParkSelect({ parks, value, onChange }: Props) {
  const { i18n } = useLingui();
  const id = useId();
  if (parks.length < 2) return null;
  return (
    <div className="field park-select">
      <label htmlFor={id}>{i18n._("Park")}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {parks.map((park) => (
          <option key={park.id} value={park.id}>
            {park.name}
          </option>
        ))}
      </select>
    </div>
  );
}
