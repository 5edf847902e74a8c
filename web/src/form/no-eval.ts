/** Schemas are interpreted, never compiled to code: the content security policy forbids `new Function`, and even trying is reported. */
import { config } from "zod/v4/core";

config({ jitless: true });
