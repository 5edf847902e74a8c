/** A list of groups of fields to which more can be added: each with a number, an id that is never used twice, and a way to take it away. */
import type { ReactNode } from "react";
import { type FieldValues, useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "../../component/button.tsx";

interface Props {
  /** Of the list in the form. */
  readonly name: string;
  /** Field of an entry that holds its id, and what a new id begins with: `document-1`. */
  readonly idField: string;
  readonly prefix: string;
  readonly least?: number;
  readonly most: number;
  /** What a new entry holds besides its id. */
  readonly begin: () => FieldValues;
  readonly legend: (number: number) => string;
  readonly add: string;
  readonly remove: (number: number) => string;
  /** Fields of the entry at this position. */
  readonly children: (at: number) => ReactNode;
}

export function FieldList({ name, idField, prefix, least = 0, most, begin, legend, add, remove, children }: Props) {
  const { getValues } = useFormContext();
  // An entry's own id may be called `id`, as the list's keys are by default.
  const list = useFieldArray({ name, keyName: "key" });
  const next = () => {
    const taken = (getValues(name) as readonly FieldValues[]).map((entry) => entry[idField]);
    let count = 1;
    while (taken.includes(`${prefix}-${count}`)) count += 1;
    list.append({ ...begin(), [idField]: `${prefix}-${count}` });
  };
  return (
    <>
      {list.fields.map(({ key }, at) => (
        <fieldset key={key} className="line">
          <legend>{legend(at + 1)}</legend>
          {children(at)}
          {list.fields.length > least && (
            <div>
              <Button small kind="quiet" onClick={() => list.remove(at)}>
                {remove(at + 1)}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {list.fields.length < most && (
        <div>
          <Button small onClick={next}>
            {add}
          </Button>
        </div>
      )}
    </>
  );
}
