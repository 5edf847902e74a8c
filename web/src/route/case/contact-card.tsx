/** Who speaks for the reader's organisation in a case, and the way to hand it over. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Tag } from "../../component/tag.tsx";
import { contactQuery } from "./contact-query.ts";

export function ContactCard({ caseId }: { readonly caseId: string }) {
  const { i18n } = useLingui();
  const contact = useQuery(contactQuery(caseId)).data;
  if (contact?.known !== true) return null;
  const { name, there, mine, may, handover } = contact;
  return (
    <Card title={i18n._("Contact of your organisation")}>
      <p>
        {there ? name : i18n._("Nobody: the contact has left.")} {mine && <Tag state="ok">{i18n._("You")}</Tag>}
      </p>
      {(may !== "no" || handover !== undefined) && (
        <p>
          <Link to="/cases/$caseId/contact" params={{ caseId }}>
            {handover?.mine === true
              ? i18n._("You are asked to take it over")
              : may === "no"
                ? i18n._("Look at the handover")
                : i18n._("Name another contact")}
          </Link>
        </p>
      )}
    </Card>
  );
}
