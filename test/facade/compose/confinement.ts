/** Confinement: what a container may do, who can reach it, and how one knows that it works. */
import { composeFile, inEachService, runsOnce, type Service } from "./compose-file.ts";
import type { Rule } from "./stack.ts";

export const checksHealth: Rule = (stack) =>
  inEachService(stack, (service) => {
    const { test = [], disable = false } = service.healthcheck ?? {};
    const checked = !disable && test.length > 1 && test[0] !== "NONE";
    return checked || runsOnce(service) ? [] : ["has no health check"];
  });

export const runsWithoutRoot: Rule = (stack) =>
  inEachService(stack, ({ user = "root" }) => (/^(root|0)?(:|$)/.test(String(user)) ? ["runs as root"] : []));

export const dropsPrivileges: Rule = (stack) =>
  inEachService(stack, (service) => [
    ...(service.read_only === true ? [] : ["can write to its image"]),
    ...(service.cap_drop?.includes("ALL") && !("cap_add" in service) ? [] : ["keeps capabilities"]),
    ...(service.security_opt?.includes("no-new-privileges:true") ? [] : ["can gain privileges"]),
    ...(service.privileged ? ["is privileged"] : []),
  ]);

export const publishesOnLoopback: Rule = (stack) =>
  inEachService(stack, (service) => [
    ...(service.ports ?? []).filter((port) => !String(port).startsWith("127.0.0.1:")).map((port) => `publishes ${port} beyond 127.0.0.1`),
    ...("network_mode" in service ? ["has no network of its own"] : []),
  ]);

/** What runs once has to have ended well, what lasts has to be healthy. */
export const waitsForWhatItNeeds: Rule = (stack) => {
  const { services } = composeFile(stack);
  const wanted = (needed: Service) => (runsOnce(needed) ? "service_completed_successfully" : "service_healthy");
  return inEachService(stack, ({ depends_on = {} }) =>
    Object.entries(depends_on).flatMap(([name, { condition }]) => {
      const needed = services[name];
      if (needed === undefined) return [`waits for ${name}, which is no service`];
      return condition === wanted(needed) ? [] : [`waits for ${name} with ${condition} instead of ${wanted(needed)}`];
    }),
  );
};
