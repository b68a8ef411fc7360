/* `npm run demo:new-plan`: checks JDK and Maven like `npm start`, then hands over to new-plan/main.ts. */
import { start } from "./launcher/before-install.mjs";

await start("../new-plan/main.ts", process.argv.slice(2));
