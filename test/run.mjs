/* `npm test`: checks the machine, installs the npm packages when they are missing or old, then hands over to run/main.ts. */
const RINGS = `npm test                 all rings
npm run test:pages       the pages of the theme (jsdom)
npm run test:screens     every state of every page in Chromium, without Keycloak
npm run test:facade      the facade, in process, against scripted HTTP servers
npm run test:realm       the extension and the realm, on a real Keycloak
npm run test:journey     members and apps: Keycloak, FHIR store, facade and Chromium
npm run test:nodes       two Keycloak nodes on one PostgreSQL: what one decides, the other knows; killed, cut off, upgraded
npm run measure:stop     the time from a stop to the refusal, on one node and across two (STOPS times, 100)

node test/run.mjs realm journey -- -t "R7"     some rings, and words for jest behind --

CHROMIUM           path of the browser when it is not found by itself
POSTGRES_BIN       folder of PostgreSQL's programs when it is not found by itself
KEYCLOAK_VERSION   another Keycloak distribution from Maven
TEST_DATA_DIR      where servers and databases of the tests lie (.data/test)`;

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.19 or newer, then run npm test again.`);
  process.exitCode = 1;
} else if (process.argv.includes("--help")) console.log(RINGS);
else import("../demo/launcher/before-install.mjs").then(({ start }) => start("../../test/run/main.ts", process.argv.slice(2)));
