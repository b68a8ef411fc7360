/** The protocol mappers of an object that is ours: those that are wanted and no others. */
import type ProtocolMapperRepresentation from "@keycloak/keycloak-admin-client/lib/defs/protocolMapperRepresentation.js";
import { change, ensure, type Session } from "./session.ts";

export interface WantedMapper {
  readonly name: string;
  readonly protocol: string;
  readonly protocolMapper: string;
  readonly config: Readonly<Record<string, string>>;
}

interface Writes {
  readonly add: (mapper: ProtocolMapperRepresentation) => Promise<unknown>;
  readonly update: (id: string, mapper: ProtocolMapperRepresentation) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
}

/** @param owner the object as it is named in reports, e.g. `client scope member-authorization` */
export async function applyMappers(
  session: Session,
  owner: string,
  actual: readonly ProtocolMapperRepresentation[],
  wanted: readonly WantedMapper[],
  writes: Writes,
): Promise<void> {
  for (const mapper of wanted) {
    const there = actual.find(({ name }) => name === mapper.name);
    await ensure(session, `mapper ${mapper.name} of ${owner}`, there, mapper, {
      create: () => writes.add({ ...mapper }),
      update: ({ id = "" }) => writes.update(id, { ...mapper, id }),
    });
  }
  for (const { id = "", name = "", protocolMapper } of actual.filter((mapper) => !wanted.some((one) => one.name === mapper.name))) {
    const fields = [{ field: "protocolMapper", from: protocolMapper, to: undefined }];
    await change(session, `mapper ${name} of ${owner}`, fields, () => writes.remove(id));
  }
}
