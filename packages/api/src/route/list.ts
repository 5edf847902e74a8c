/** The registry of routes: the API serves exactly these, describes exactly these, and types the web's client by them. */
import { accountRoutes } from "./account.ts";
import { alikeApprovalRoutes } from "./alike-approval.ts";
import { amendmentRoutes } from "./amendment.ts";
import { assignmentRoutes } from "./assignment.ts";
import { callDeskRoutes } from "./call-desk.ts";
import { caseReviewerRoutes } from "./case-reviewer.ts";
import { challengeRoutes } from "./challenge.ts";
import { contactRoutes } from "./contact.ts";
import { dailyRoutes } from "./daily.ts";
import { decisionRoutes } from "./decision.ts";
import { dryRunRoutes } from "./dry-run.ts";
import { enquiryRoutes } from "./enquiry.ts";
import { fileRoutes } from "./file.ts";
import { handingRoutes } from "./handing.ts";
import { importRoutes } from "./import.ts";
import { interestRoutes } from "./interest.ts";
import { ledgerRoutes } from "./ledger.ts";
import { mailPreferenceRoutes } from "./mail-preference.ts";
import { mailingRoutes } from "./mailing.ts";
import { membershipRoutes } from "./membership.ts";
import { mergeRoutes } from "./merge.ts";
import { networkGapRoutes } from "./network-gap.ts";
import { networkSettingsRoutes } from "./network-settings.ts";
import { offerRoutes } from "./offer.ts";
import { organisationRoutes } from "./organisation.ts";
import { passkeyRoutes } from "./passkey.ts";
import { paymentRoutes } from "./payment.ts";
import { poolSimulationRoutes } from "./pool-simulation.ts";
import { profileRoutes } from "./profile.ts";
import { reassignmentRoutes } from "./reassignment.ts";
import { recoveryRoutes } from "./recovery.ts";
import { redressRoutes } from "./redress.ts";
import { releaseRoutes } from "./release.ts";
import { reviewFormRoutes } from "./review-form.ts";
import { roleRoutes } from "./role.ts";
import { savedViewRoutes } from "./saved-view.ts";
import { tableRoutes } from "./table.ts";
import { threadRoutes } from "./thread.ts";
import { translationRoutes } from "./translation.ts";
import { voucherRoutes } from "./voucher.ts";
import { voucherScopeRoutes } from "./voucher-scope.ts";
import { yearRoutes } from "./year.ts";

export const routes = [
  ...dailyRoutes,
  ...passkeyRoutes,
  ...accountRoutes,
  ...roleRoutes,
  ...networkGapRoutes,
  ...reassignmentRoutes,
  ...networkSettingsRoutes,
  ...callDeskRoutes,
  ...dryRunRoutes,
  ...enquiryRoutes,
  ...challengeRoutes,
  ...amendmentRoutes,
  ...assignmentRoutes,
  ...caseReviewerRoutes,
  ...poolSimulationRoutes,
  ...offerRoutes,
  ...organisationRoutes,
  ...mergeRoutes,
  ...profileRoutes,
  ...interestRoutes,
  ...contactRoutes,
  ...translationRoutes,
  ...membershipRoutes,
  ...decisionRoutes,
  ...alikeApprovalRoutes,
  ...handingRoutes,
  ...fileRoutes,
  ...releaseRoutes,
  ...mailingRoutes,
  ...mailPreferenceRoutes,
  ...savedViewRoutes,
  ...threadRoutes,
  ...reviewFormRoutes,
  ...redressRoutes,
  ...voucherRoutes,
  ...voucherScopeRoutes,
  ...paymentRoutes,
  ...ledgerRoutes,
  ...tableRoutes,
  ...importRoutes,
  ...yearRoutes,
  ...recoveryRoutes,
] as const;
