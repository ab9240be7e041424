// Builds the pages into dist, which the API serves; `vite` alone serves them with the API of port 3000 behind.
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

const api = "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["@lockstep/source", ...defaultClientConditions] },
  // the content security policy allows no data: addresses
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { host: "127.0.0.1", proxy: { "/api": api, "/media": api } },
});
