/** The first page: what this is, which calls are open, how a voucher works. */
import { useLingui } from "@lingui/react";
import { buttonClass } from "../../component/button.tsx";
import { Icon } from "../../component/icon.tsx";
import { Page } from "../../component/page.tsx";
import { CheckCard } from "./check-card.tsx";
import "./home.css";
import { NetworkPicture } from "./network-picture.tsx";
import { OpenCalls } from "./open-calls.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <Page title={i18n._("Innovation vouchers and joint projects")} ownHeading>
      <section className="hero">
        <div>
          <h1 tabIndex={-1}>{i18n._("Buy expertise at another park. A park pays.")}</h1>
          <p className="lead">
            {i18n._(
              "Life-science parks help small companies work with laboratories, testbeds and universities abroad: with a voucher for one service, or a joint project with partners.",
            )}
          </p>
          <div className="row">
            <a className={buttonClass("primary")} href="#can-i-apply">
              {i18n._("Can I apply?")} <Icon name="arrow" />
            </a>
            <a className={buttonClass()} href="#calls">
              {i18n._("See open calls")}
            </a>
          </div>
        </div>
        <NetworkPicture />
      </section>
      <CheckCard />
      <OpenCalls />
      <section className="sec">
        <h2>{i18n._("How a voucher works")}</h2>
        <ol className="how">
          <li>
            <h3>{i18n._("You choose a provider")}</h3>
            <p>
              {i18n._(
                "A laboratory, testbed or university at another park. It confirms scope, price and dates with you.",
              )}
            </p>
          </li>
          <li>
            <h3>{i18n._("Reviewers read it")}</h3>
            <p>{i18n._("Two where the amount is larger, at least one of them from neither park involved.")}</p>
          </li>
          <li>
            <h3>{i18n._("The park pays")}</h3>
            <p>
              {i18n._("The provider sends its invoice to the park, up to the voucher value. You pay your own part.")}
            </p>
          </li>
        </ol>
      </section>
    </Page>
  );
}
