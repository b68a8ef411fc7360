/* `npm start`: checks the machine, installs the npm packages when they are missing or old, then hands over to launcher/main.ts.
   No static imports: an old Node must get as far as the sentence that names it. */
const oldest = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.19 or newer, then start again.`);
  process.exitCode = 1;
} else {
  import("./launcher/before-install.mjs").then(({ start }) => start("./main.ts", process.argv.slice(2)));
}
