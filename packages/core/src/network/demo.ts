/** The demo network of five parks: invented bodies, accounts, funds and rates under real laws and calendars. */
import file from "../../data/network/demo.json" with { type: "json" };
import { type NetworkFile, networkFileSchema } from "./network-file.ts";

/** A fresh, validated copy at each call. */
export function demoNetwork(): NetworkFile {
  return networkFileSchema.parse(file);
}
