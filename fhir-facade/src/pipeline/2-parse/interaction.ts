/** The interactions that exist, as values; everything a later stage knows of a request. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { SystemOperation, TypeOperation } from "fhir-works-on-aws-interface";
import type { Position } from "../../cursor/cursor.ts";
import type { VerifiedToken } from "../1-authn/authenticate.ts";
import type { Pair } from "./raw-query.ts";

/** FHIR's own words for what is answered; `$everything` is a search over the compartment. */
export type Operation = Extract<TypeOperation, "read" | "search-type"> | Extract<SystemOperation, "search-system">;

/** Whose page link a request continues; stage 3 refuses it for anyone else. */
export interface Bound {
  readonly authorizationId: string;
  readonly patient: string;
}

export interface ReadRequest {
  readonly operation: Extract<Operation, "read">;
  readonly type: ResourceType;
  readonly id: string;
}

export interface SearchRequest {
  readonly operation: Extract<Operation, "search-type">;
  readonly type: ResourceType;
  /** The client's own query, decoded, in its order. */
  readonly query: readonly Pair[];
  readonly count: number;
  /** Parameters that filter; without paging, format and patient. */
  readonly filters: readonly Pair[];
  readonly ids: readonly string[] | undefined;
  readonly patient: string | undefined;
  readonly position: Position | undefined;
  readonly bound?: Bound;
}

export interface EverythingRequest {
  readonly operation: Extract<Operation, "search-system">;
  readonly patient: string;
  readonly query: readonly Pair[];
  readonly count: number;
  readonly position: Position | undefined;
  readonly bound?: Bound;
}

export type Request = ReadRequest | SearchRequest | EverythingRequest;

declare const parsed: unique symbol;

/** One allowed interaction of one verified token. Minted by `parse-request.ts` only. */
export interface Interaction {
  readonly [parsed]: true;
  readonly token: VerifiedToken;
  readonly request: Request;
}
