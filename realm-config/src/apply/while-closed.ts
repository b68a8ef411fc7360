/** A flow that is in use is written behind a closed door: with some of its steps it would let people in whom the whole flow refuses. */
import { CLOSED } from "../desired/sign-in-flows.ts";
import type { Session } from "./session.ts";

const OF_REALM = ["browserFlow", "resetCredentialsFlow"] as const;
const OF_PROVIDER = ["firstBrokerLoginFlowAlias", "postBrokerLoginFlowAlias"] as const;

/** Binds what is bound to the flow to one that refuses everybody, and back; a run that dies in between leaves it closed, and the next one binds it. */
export async function whileClosed(session: Session, flow: string, write: () => Promise<void>): Promise<void> {
  const bindings = await bindingsOf(session, flow);
  for (const bind of bindings) await bind(CLOSED);
  await write();
  for (const bind of bindings) await bind(flow);
}

type Bind = (flow: string) => Promise<unknown>;

async function bindingsOf({ keycloak, realm }: Session, flow: string): Promise<Bind[]> {
  const { realms, identityProviders } = keycloak;
  const ofRealm = (await realms.findOne({ realm })) ?? {};
  const providers = await identityProviders.find();
  return [
    ...OF_REALM.filter((name) => ofRealm[name] === flow).map(
      (name): Bind =>
        (to) =>
          realms.update({ realm }, { [name]: to }),
    ),
    ...providers.flatMap((provider) => {
      const bound = OF_PROVIDER.filter((name) => provider[name] === flow);
      const bind: Bind = (to) => {
        const aliases = Object.fromEntries(bound.map((name) => [name, to]));
        return identityProviders.update({ alias: provider.alias as string }, { ...provider, ...aliases });
      };
      return bound.length > 0 ? [bind] : [];
    }),
  ];
}
