/** How far a batch is, as a tag. */
import { useLingui } from "@lingui/react";
import { Tag } from "../../component/tag.tsx";
import type { Batch } from "./finance-query.ts";

/** @param returned how many of its orders came back, or were rejected */
export function BatchTag({ batch, returned }: { readonly batch: Batch; readonly returned: number }) {
  const { i18n } = useLingui();
  const all = batch.orders.length;
  if (returned > 0) {
    const text =
      batch.rejections === undefined
        ? i18n._("{returned} of {all} came back", { returned, all })
        : i18n._("{returned} of {all} rejected or came back", { returned, all });
    return <Tag state="bad">{text}</Tag>;
  }
  switch (batch.status) {
    case "prepared":
      return <Tag state="now">{i18n._("Waits for release")}</Tag>;
    case "released":
      return <Tag state="now">{i18n._("Released, to be sent")}</Tag>;
    case "sent":
      return batch.booked === all ? (
        <Tag state="ok">{i18n._("Confirmed by the bank")}</Tag>
      ) : (
        <Tag state="now">{i18n._("Sent, {booked} of {all} booked", { booked: batch.booked, all })}</Tag>
      );
    case "discarded":
      return <Tag state="idle">{i18n._("Discarded")}</Tag>;
  }
}

/** The park's way of paying, by the name of its channel. */
export function useChannelWords(): (channel: string) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    "pain001-domestic": i18n._("domestic, pain.001.001.09"),
    sepa: i18n._("SEPA, pain.001.001.09"),
    "pain001-cross-border": i18n._("cross-border, pain.001.001.09"),
    "bacs-csv": i18n._("Bacs, CSV"),
    "eft-csv": i18n._("EFT, CSV"),
    "manual-list": i18n._("list keyed in by hand, CSV"),
  };
  return (channel) => words[channel] ?? channel;
}
