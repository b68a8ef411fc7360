/** Refusals as the errors that FHIR Works turns into HTTP answers. */
import {
  BadRequestError,
  isUnauthorizedError,
  MethodNotAllowedError,
  ResourceNotFoundError,
  TooManyConcurrentExportRequestsError,
  UnauthorizedError,
} from "fhir-works-on-aws-interface";
import { toRefusal } from "../outcome/refusals.ts";

interface Asked {
  readonly resourceType?: string | undefined;
  readonly id?: string | undefined;
}

/** What is not there looks as FHIR Works' own persistence says it; whatever else was thrown says no more than a refusal does. */
export async function asInterfaceErrors<Value>({ resourceType = "", id = "" }: Asked, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (thrown) {
    if (isUnauthorizedError(thrown)) throw thrown;
    const { status, text } = toRefusal(thrown).value;
    switch (status) {
      case 400:
        throw new BadRequestError(text);
      case 401:
      case 403:
        throw new UnauthorizedError(text);
      case 404:
        throw new ResourceNotFoundError(resourceType, id);
      case 405:
        throw new MethodNotAllowedError(text);
      case 429:
        // the only error of the interface that becomes a 429, whatever its name says of exports
        throw new TooManyConcurrentExportRequestsError(text);
      default:
        throw new Error(text);
    }
  }
}
