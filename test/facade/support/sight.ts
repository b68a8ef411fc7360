/** What an authorization sees under the standard policy. */
import type { MemberAuthorization } from "@member-exchange/sharing-policy";
import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import { type Sight, sightOf as sightUnder } from "../../../fhir-facade/src/pipeline/3-authz/sight.ts";

export const sightOf = (authorization: MemberAuthorization): Sight => sightUnder(authorization, standardPolicy([]));
