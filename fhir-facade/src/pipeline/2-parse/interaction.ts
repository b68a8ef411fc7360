/** The interactions that exist, as values; everything a later stage knows of a request. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import type { SystemOperation, TypeOperation } from "fhir-works-on-aws-interface";
import type { Position } from "../../cursor/cursor.ts";
import type { VerifiedToken } from "../1-authn/authenticate.ts";
import type { Pair } from "./raw-query.ts";
import type { Elements, Inclusion, SortKey } from "./result-parameters.ts";

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
  readonly elements: Elements;
}

/** What the client asked for, to be said again in links: a path below the base and the query, decoded, in its order. */
interface Listing {
  readonly path: string;
  readonly query: readonly Pair[];
  readonly count: number;
  readonly position: Position | undefined;
  readonly bound?: Bound;
}

export interface SearchRequest extends Listing {
  readonly operation: Extract<Operation, "search-type">;
  readonly type: ResourceType;
  /** Parameters that filter; without `_id` and `patient`. */
  readonly filters: readonly Pair[];
  readonly ids: readonly string[] | undefined;
  readonly patient: string | undefined;
  /** Patient of a compartment search's path. */
  readonly compartment: string | undefined;
  readonly sort: readonly SortKey[];
  readonly includes: readonly Inclusion[];
  readonly revincludes: readonly Inclusion[];
  readonly elements: Elements;
}

export interface EverythingRequest extends Listing {
  readonly operation: Extract<Operation, "search-system">;
  readonly patient: string;
  readonly types: readonly ResourceType[] | undefined;
  /** Instant or date as the client wrote it. */
  readonly since: string | undefined;
}

export type Request = ReadRequest | SearchRequest | EverythingRequest;

declare const parsed: unique symbol;

/** One allowed interaction of one verified token. Minted by `parse-request.ts` only. */
export interface Interaction {
  readonly [parsed]: true;
  readonly token: VerifiedToken;
  readonly request: Request;
}
