// The only place that says which texts belong to which catalogue: one for the frame and the shared parts, one per area.

export default {
  sourceLocale: "en",
  locales: ["en", "nl", "fr", "sv", "cy"],
  format: "po",
  formatOptions: { lineNumbers: false },
  catalogs: [
    { path: "<rootDir>/src/locale/{locale}", include: ["<rootDir>/src"], exclude: ["<rootDir>/src/route/*/*"] },
    { path: "<rootDir>/src/route/{name}/locale/{locale}", include: ["<rootDir>/src/route/{name}/"] },
  ],
};
