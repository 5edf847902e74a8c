/** Third step, for people who move public money: a passkey, or a code from an authenticator app; set up the first time. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Me, Session } from "../../session.ts";
import { AppPart } from "./app-part.tsx";
import { LostFactor } from "./lost-factor.tsx";
import { knowsPasskeys } from "./passkey.ts";
import { NewPasskeyPart, PasskeyPart } from "./passkey-part.tsx";

interface Props {
  readonly me: Me;
  readonly onSession: (session: Session) => void;
}

export function SecondFactorStep({ me, onSession }: Props) {
  const { i18n } = useLingui();
  const [choosesApp, chooseApp] = useState(false);
  const { secondFactorEnrolled: hasApp, passkeyEnrolled: hasPasskey } = me;
  if (hasPasskey || hasApp) {
    return (
      <div className="stack">
        {hasPasskey && <PasskeyPart onSession={onSession} />}
        {hasPasskey && hasApp && <p className="muted">{i18n._("Or use your authenticator app:")}</p>}
        {hasApp && <AppPart isNew={false} quiet={hasPasskey} onSession={onSession} />}
        {me.secondFactorNeeded && <LostFactor />}
      </div>
    );
  }
  const offersPasskey = knowsPasskeys() && !choosesApp;
  return (
    <div className="stack">
      <p>
        {i18n._(
          "Your role decides about public money, so we ask for a second proof: a passkey, or a code from an authenticator app.",
        )}
      </p>
      {offersPasskey && <NewPasskeyPart onSession={onSession} />}
      {offersPasskey && (
        <p className="muted">{i18n._("No passkey on this device? An authenticator app does as well.")}</p>
      )}
      <AppPart isNew quiet={offersPasskey} onStart={() => chooseApp(true)} onSession={onSession} />
    </div>
  );
}
