/** "Can I apply?": a few plain questions about one call, without account; the answer names every reason and the next step. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api } from "../../client.ts";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { inLanguage } from "../../language/in-language.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import { type Call, callQuery } from "../case/case-query.ts";
import { CheckForm } from "./check-form.tsx";
import { CheckResult } from "./check-result.tsx";
import { askedBy, blankCheck, type CheckBody, checkSchema, type TypedCheck } from "./check-schema.ts";
import { keepCheck, keptCheck } from "./kept-check.ts";
import "../case/case.css";
import "./check.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const { callId = "" }: { callId?: string } = useParams({ strict: false });
  const query = useQuery(callQuery(callId));
  const name = query.data === undefined ? "" : inLanguage(query.data.title, i18n.locale);
  return (
    <Page
      title={i18n._("Can I apply?")}
      windowTitle={name === "" ? i18n._("Can I apply?") : i18n._("Can I apply? {name}", { name })}
      up={{ to: `/calls/${callId}`, label: name === "" ? i18n._("Call") : name }}
      width="decision"
      lead={i18n._(
        "About two minutes. No account is needed and nothing is stored. You get every reason, not only the first, and what to do next.",
      )}
    >
      <Loaded query={query} lines={8}>
        {(call) => <Check call={call} />}
      </Loaded>
    </Page>
  );
}

function Check({ call }: { readonly call: Call }) {
  const [locale = "en-GB"] = useLocales();
  const { callId, currency } = call;
  const asked = askedBy(call);
  const schema = useMemo(() => checkSchema(currency, locale, askedBy(call)), [call, currency, locale]);
  const [first] = useState(() => ({ ...blankCheck, ...(keptCheck(callId)?.typed as Partial<TypedCheck> | undefined) }));
  const form = usePageForm<TypedCheck, CheckBody>(schema, first);
  const [again, setAgain] = useState(false);
  const check = useAct({
    send: (body: CheckBody) => api("post", "/api/calls/{callId}/check", { params: { callId }, body }),
    onDone: (_report, answers) => {
      keepCheck(callId, { typed: form.getValues(), answers });
      setAgain(false);
    },
    stale: [],
  });
  if (check.data !== undefined && !again)
    return <CheckResult call={call} report={check.data} onChange={() => setAgain(true)} />;
  return (
    <CheckForm
      form={form}
      call={call}
      asked={asked}
      busy={check.isPending}
      problem={check.error}
      onSend={(body) => check.mutate(body)}
    />
  );
}
