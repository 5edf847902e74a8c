/** The registry of routes: the API serves exactly these, describes exactly these, and types the web's client by them. */
import { accountRoutes } from "./account.ts";
import { applicationRoutes } from "./application.ts";
import { assignmentRoutes } from "./assignment.ts";
import { callRoutes } from "./call.ts";
import { caseRoutes } from "./case.ts";
import { decisionRoutes } from "./decision.ts";
import { ledgerRoutes } from "./ledger.ts";
import { organisationRoutes } from "./organisation.ts";
import { passkeyRoutes } from "./passkey.ts";
import { paymentRoutes } from "./payment.ts";
import { recoveryRoutes } from "./recovery.ts";
import { redressRoutes } from "./redress.ts";
import { reviewRoutes } from "./review.ts";
import { roleRoutes } from "./role.ts";
import { sessionRoutes } from "./session.ts";
import { staffRoutes } from "./staff.ts";
import { systemRoutes } from "./system.ts";
import { voucherRoutes } from "./voucher.ts";
import { yearRoutes } from "./year.ts";

export const routes = [
  ...systemRoutes,
  ...sessionRoutes,
  ...passkeyRoutes,
  ...accountRoutes,
  ...roleRoutes,
  ...callRoutes,
  ...assignmentRoutes,
  ...organisationRoutes,
  ...applicationRoutes,
  ...caseRoutes,
  ...staffRoutes,
  ...reviewRoutes,
  ...decisionRoutes,
  ...redressRoutes,
  ...voucherRoutes,
  ...paymentRoutes,
  ...ledgerRoutes,
  ...yearRoutes,
  ...recoveryRoutes,
] as const;
