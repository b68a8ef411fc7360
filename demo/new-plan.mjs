/* `npm run demo:new-plan`: checks the machine like `npm start`, then hands over to new-plan/main.ts. */
import { start } from "./launcher/before-install.mjs";

await start("../new-plan/main.ts", process.argv.slice(2));
