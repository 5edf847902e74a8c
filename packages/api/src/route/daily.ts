/** The routes that most visits need: loaded with the API itself, so that nobody waits for them. */
import { applicationRoutes } from "./application.ts";
import { callRoutes } from "./call.ts";
import { caseRoutes } from "./case.ts";
import { reviewRoutes } from "./review.ts";
import { sessionRoutes } from "./session.ts";
import { staffRoutes } from "./staff.ts";
import { systemRoutes } from "./system.ts";

export const dailyRoutes = [
  ...systemRoutes,
  ...sessionRoutes,
  ...callRoutes,
  ...applicationRoutes,
  ...caseRoutes,
  ...staffRoutes,
  ...reviewRoutes,
] as const;
