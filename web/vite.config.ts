// How the web is built: one chunk per page, catalogues compiled, nothing inlined that the content security policy forbids.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { firstPage } from "./first-page.ts";
import { poCatalogue } from "./po-catalogue.ts";

export default defineConfig({
  plugins: [react(), poCatalogue(), firstPage({ page: "public/home-page", most: 170_000 })],
  build: {
    target: "es2023",
    // `data:` addresses would need their own permission in the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { "/api": "http://localhost:8080", "/dev": "http://localhost:8080" } },
});
