/** The pages of the theme with made-up data, built as the theme is built and served on the loopback address: a browser, and no Keycloak. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { BROWSER_SECURITY_HEADERS } from "@member-exchange/realm-config";
import { findChromium } from "./chromium.ts";
import { runCheck } from "./ring.ts";
import { testDataDir } from "./servers.ts";

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
/** As realm-config has Keycloak send it with every page: what it forbids is an error in the browser's console. */
const POLICY = { "content-security-policy": BROWSER_SECURITY_HEADERS.contentSecurityPolicy };

/** Environment of the ring: where the pages are. @throws Error when there is no browser or the build fails */
export async function startGallery(): Promise<Record<string, string>> {
  const chromium = findChromium(process.env);
  const folder = join(testDataDir(), "gallery");
  const build = ["npx", "vite", "build", "keycloak-theme", "--mode", "gallery", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
  if ((await runCheck("build of the gallery", build)).failed > 0) throw new Error("The gallery was not built.");
  const url = await serve(folder);
  return { TEST_GALLERY_URL: url, TEST_CHROMIUM: chromium };
}

function serve(folder: string): Promise<string> {
  const server = createServer(({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    const isFound = file.startsWith(folder) && existsSync(file);
    // Keycloak's own scripts are not part of the theme
    const type = isFound ? (TYPES[extname(file)] ?? "text/html; charset=utf-8") : "text/javascript";
    response.writeHead(200, { "content-type": type, ...POLICY }).end(isFound ? readFileSync(file) : "");
  });
  server.unref();
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve(`http://localhost:${(server.address() as AddressInfo).port}`)),
  );
}
