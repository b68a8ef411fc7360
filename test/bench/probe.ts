/** Loaded into each measured process before its own code: tells its parent, when asked, what it has used so far, and ends with it. */
process.on("message", (question) => {
  if (question === "usage") process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() });
});
process.on("disconnect", () => process.exit());
// only the work of the process itself keeps it alive
process.channel?.unref();
