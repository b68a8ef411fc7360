/** Writes the demo's apps and members, as `npm start` registers them, to the files that realm-config reads. */
import { writeFileSync } from "node:fs";
import { guideApp, sampleApp } from "../../launcher/apps.ts";
import { DEMO_MEMBERS } from "../../loading/demo-members.ts";
import { required } from "./environment.ts";

writeFileSync(required("APPS_FILE"), JSON.stringify([sampleApp(required("SAMPLE_APP_URL")), guideApp()]));
writeFileSync(required("MEMBERS_FILE"), JSON.stringify(DEMO_MEMBERS));
