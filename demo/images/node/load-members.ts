/** Loads the synthetic members into the store and ends; a second run changes nothing. */
import { loadMembers } from "../../loading/load-members.ts";
import { required } from "./environment.ts";

const { loaded, present } = await loadMembers(required("FHIR_STORE_URL"), console.log);
console.log(`${loaded} records new, ${present} there already`);
