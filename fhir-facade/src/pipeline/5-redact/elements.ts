/** `_elements` and `_summary`: of a resource that may leave, the top elements that the app wants. */
import type { ResourceType } from "@member-exchange/sharing-policy";
import { isObject, type Json, type Resource } from "../../compartment/resource.ts";
import { R4 } from "../../definitions/definitions.ts";
import type { Elements } from "../2-parse/result-parameters.ts";

/** Says that the app asked for less; for no other reason. @see https://hl7.org/fhir/R4/search.html#elements */
const SUBSETTED = { system: "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", code: "SUBSETTED" };

/** Mandatory elements stay. The resource is not changed; what is left is a new one, tagged as not whole. */
export function withElements(resource: Resource, elements: Elements): Resource {
  if (elements.kind === "all") return resource;
  const isWanted = wanted(resource.resourceType, elements);
  const kept: Record<string, Json | undefined> = {};
  for (const [name, value] of Object.entries(resource)) if (isWanted(name.replace(/^_/, ""))) kept[name] = value;
  const meta = isObject(resource.meta) ? resource.meta : {};
  const tags = Array.isArray(meta.tag) ? meta.tag : [];
  return { ...kept, resourceType: resource.resourceType, id: resource.id, meta: { ...meta, tag: [...tags, SUBSETTED] } };
}

function wanted(type: ResourceType, elements: Elements): (name: string) => boolean {
  const { mandatory, summary, choices } = R4[type];
  switch (elements.kind) {
    case "all":
      return () => true;
    case "only":
      return (name) => elements.names.some((asked) => isNamed(name, asked, choices)) || mandatory.includes(name);
    case "summary":
      return (name) => summary.includes(name) || mandatory.includes(name);
    case "text":
      return (name) => name === "text" || mandatory.includes(name);
    case "data":
      return (name) => name !== "text";
  }
}

const isNamed = (name: string, asked: string, choices: readonly string[]): boolean =>
  name === asked || (choices.includes(asked) && name.startsWith(asked) && /^[A-Z]/.test(name.slice(asked.length)));
