/** Flows as trees: one that differs in any step is written anew. */
import { CLOSED, desiredFlows, type Execution, type Flow } from "../desired/sign-in-flows.ts";
import type { SignIn } from "../sign-in-settings.ts";
import { ensure, type Session } from "./session.ts";
import { whileClosed } from "./while-closed.ts";

/** One step as Keycloak lists a flow: in order, with its depth. */
interface Line {
  readonly level: number;
  readonly name: string;
  readonly requirement: string;
  readonly config: Readonly<Record<string, string>>;
}

export async function applyFlows(session: Session, signIn: SignIn): Promise<void> {
  const { authenticationManagement } = session.keycloak;
  const flows = await authenticationManagement.getFlows();
  for (const flow of desiredFlows(signIn)) {
    const isThere = flows.some(({ alias }) => alias === flow.alias);
    const actual = isThere ? { lines: await linesOf(session, flow.alias) } : undefined;
    await ensure(
      session,
      `flow ${flow.alias}`,
      actual,
      { lines: flow.steps.flatMap((step) => flattened(step, 0)) },
      {
        create: async () => {
          const { alias, description } = flow;
          await authenticationManagement.createFlow({ alias, description, providerId: "basic-flow", topLevel: true, builtIn: false });
          await write(session, flow);
        },
        update: () => rewrite(session, flow),
      },
    );
  }
}

function flattened({ name, requirement, config = {}, steps = [] }: Execution, level: number): Line[] {
  return [{ level, name, requirement, config }, ...steps.flatMap((step) => flattened(step, level + 1))];
}

async function linesOf({ keycloak }: Session, flow: string): Promise<Line[]> {
  const { authenticationManagement } = keycloak;
  const lines: Line[] = [];
  for (const step of await authenticationManagement.getExecutions({ flow })) {
    const id = step.authenticationConfig;
    const { config = {} } = id ? await authenticationManagement.getConfig({ id }) : {};
    const name = (step.authenticationFlow ? step.displayName : step.providerId) ?? "";
    lines.push({ level: step.level ?? 0, name, requirement: step.requirement ?? "", config });
  }
  return lines;
}

/** Takes steps out and others in and leaves the flow, which Keycloak lets nobody delete while it is in use. */
async function rewrite(session: Session, flow: Flow): Promise<void> {
  if (flow.alias === CLOSED) {
    // a run that died may have left it in use: it refuses before it loses a step; a configuration's name is free again only afterwards
    await replace(session, { ...flow, steps: flow.steps.map(({ name, requirement }) => ({ name, requirement })) });
    return replace(session, flow);
  }
  await whileClosed(session, flow.alias, async () => {
    await clear(session, await stepsOf(session, flow.alias));
    await write(session, flow);
  });
}

async function replace(session: Session, flow: Flow): Promise<void> {
  const old = await stepsOf(session, flow.alias);
  await write(session, flow);
  await clear(session, old);
}

const stepsOf = ({ keycloak }: Session, flow: string) => keycloak.authenticationManagement.getExecutions({ flow });

async function clear({ keycloak }: Session, steps: Awaited<ReturnType<typeof stepsOf>>): Promise<void> {
  for (const { id, level } of steps) if (level === 0) await keycloak.authenticationManagement.delExecution({ id: id as string });
}

async function write(session: Session, { alias, steps }: Flow): Promise<void> {
  for (const step of steps) await add(session, alias, step);
}

async function add(session: Session, parent: string, { name, requirement, config, steps }: Execution): Promise<void> {
  const { authenticationManagement } = session.keycloak;
  if (steps) await authenticationManagement.addFlowToFlow({ flow: parent, alias: name, type: "basic-flow", provider: "", description: "" });
  else await authenticationManagement.addExecutionToFlow({ flow: parent, provider: name });
  const listed = await authenticationManagement.getExecutions({ flow: parent });
  const added = listed.filter(({ level }) => level === 0).at(-1);
  await authenticationManagement.updateExecution({ flow: parent }, { ...added, requirement });
  if (config) await authenticationManagement.createConfig({ id: added?.id as string, alias: `${parent}-${name}`, config: { ...config } });
  for (const step of steps ?? []) await add(session, name, step);
}
