/** What a document is said to be. It is only a hint: the bytes decide. */

export interface MediaType {
  /** In lower case, without parameters; empty when none is stated. */
  readonly type: string;
  readonly charset: string | undefined;
}

export function mediaType(contentType: unknown): MediaType {
  if (typeof contentType !== "string") return { type: "", charset: undefined };
  const [type = "", ...parameters] = contentType.toLowerCase().split(";");
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([\w:.-]+)"?\s*$/.exec(one)?.[1]).find(Boolean);
  return { type: type.trim(), charset };
}

/** Types whose bytes, when they are text, are nothing but that text. Of a message, an image or a type that nobody knows this is not sure. */
export const isReadable = ({ type }: MediaType): boolean =>
  type === "" ||
  /^text\/(?!calendar$|vcard$|uri-list$)/.test(type) ||
  /^application\/(octet-stream|pdf|x-pdf|rtf|x-rtf|msword|xml|xhtml|json|x?ndjson|[\w.-]+\+(xml|json|ndjson))$/.test(type);
