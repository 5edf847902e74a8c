/** Signing in: an address, the code that was mailed to it, and for staff a second factor. */
import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import * as z from "zod";
import { Page } from "../../component/page.tsx";
import { type Me, type Session, takeSession, useSession } from "../../session.ts";
import { usePageSearch } from "../use-page-search.ts";
import { CodeStep } from "./code-step.tsx";
import { EmailStep } from "./email-step.tsx";
import { ownPath } from "./own-path.ts";
import { PasskeyEntry } from "./passkey-part.tsx";
import { SecondFactorStep } from "./second-factor-step.tsx";

const searchSchema = z.object({ back: z.string().optional() });

export function RoutePage() {
  const { i18n } = useLingui();
  const [{ back }] = usePageSearch(searchSchema);
  const { me } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [email, setEmail] = useState<string>();
  const signedIn = me !== null && !me.secondFactorNeeded;
  useEffect(() => {
    if (signedIn) void navigate({ href: ownPath(back), replace: true });
  }, [signedIn, back, navigate]);
  const take = (session: Session) => takeSession(queries, session);
  return (
    <Page title={i18n._("Sign in")} width="decision">
      <Step me={me} email={email} onEmail={setEmail} onSession={take} />
    </Page>
  );
}

interface StepProps {
  readonly me: Me | null;
  readonly email: string | undefined;
  readonly onEmail: (email: string | undefined) => void;
  readonly onSession: (session: Session) => void;
}

function Step({ me, email, onEmail, onSession }: StepProps) {
  if (me !== null) return me.secondFactorNeeded ? <SecondFactorStep me={me} onSession={onSession} /> : null;
  if (email === undefined)
    return (
      <div className="stack">
        <EmailStep onSent={onEmail} />
        <PasskeyEntry onSession={onSession} />
      </div>
    );
  return <CodeStep email={email} onSession={onSession} onOther={() => onEmail(undefined)} />;
}
