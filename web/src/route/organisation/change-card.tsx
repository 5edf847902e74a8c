/** An owner changes what the organisation says of itself; another name or number is verified by a park anew. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { typedFigures } from "./figures.ts";
import { AddressFields, NameField, NumberFields, SectorField, SizeFields } from "./organisation-fields.tsx";
import { type Organisation, type Registers, registersQuery } from "./organisation-query.ts";
import { changeSchema } from "./register-schema.ts";
import { useRegisterRefusal } from "./use-register-refusal.ts";

export function ChangeCard({ organisation }: { readonly organisation: Organisation }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState<Organisation["verification"]>();
  return (
    <Card title={i18n._("Change what it says")}>
      <div className="stack">
        {!open && saved !== undefined && (
          <Note kind="ok" live>
            <p>
              {saved === "unverified"
                ? i18n._("Saved. A park compares it with the register before a voucher is issued; what runs goes on.")
                : i18n._("Saved.")}
            </p>
          </Note>
        )}
        {open ? (
          <Opened
            organisation={organisation}
            onDone={(verification) => {
              setSaved(verification);
              setOpen(false);
            }}
            onCancel={() => setOpen(false)}
          />
        ) : (
          <>
            <p>
              {i18n._(
                "Under another name or number a park verifies it anew. What is in applications, vouchers and letters already stays as it is.",
              )}
            </p>
            <div>
              <Button onClick={() => setOpen(true)}>{i18n._("Change name, number, address, field or size")}</Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

interface Props {
  readonly organisation: Organisation;
  readonly onDone: (verification: Organisation["verification"]) => void;
  readonly onCancel: () => void;
}

function Opened(props: Props) {
  const query = useQuery(registersQuery);
  return (
    <Loaded query={query} lines={8}>
      {({ registers }) => <ChangeForm {...props} registers={registers} />}
    </Loaded>
  );
}

function ChangeForm({ organisation, registers, onDone, onCancel }: Props & { readonly registers: Registers }) {
  const { i18n } = useLingui();
  // As it was when the form was opened: what another window saves meanwhile is not undone.
  const [first] = useState(organisation);
  const { organisationId, version, legalName, register, registerId, address, sector = "" } = first;
  const schema = changeSchema(i18n.locale);
  const form = usePageForm(schema, {
    legalName,
    registerScheme: register.id,
    registerId,
    ...address,
    sector,
    ...typedFigures(first, i18n.locale),
  });
  const act = useAct({
    send: (values: z.output<typeof schema>, key) =>
      api("post", "/api/my/organisations/{organisationId}/change", {
        params: { organisationId },
        body: { ...values, version },
        key,
      }),
    onDone: ({ verification }) => onDone(verification),
  });
  const problem = useRegisterRefusal(act.error);
  return (
    <Form name="change" form={form} onSend={(values) => act.mutate(values)} problem={problem}>
      <NameField />
      <NumberFields registers={registers} />
      <AddressFields />
      <SectorField />
      <SizeFields />
      <div className="row">
        <Button type="submit" kind="primary" busy={act.isPending}>
          {i18n._("Save the change")}
        </Button>{" "}
        <Button onClick={onCancel}>{i18n._("Leave it as it is")}</Button>
      </div>
    </Form>
  );
}
