/** What a person said of a resource, read from the labels in `meta.security`. */
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { isRecord } from "../non-interference/records/resource.ts";

/** What a person, or whoever knows, says of one resource. */
export interface Truth {
  /** Rows in which it must be found: codes of categories, and `BH` where nothing finer was said. */
  readonly wanted: readonly string[];
  /** Codes of categories that are no false alarm here. */
  readonly permitted: ReadonlySet<string>;
  /** Codes that are true of what it refers to, or of what refers to it; where nobody says, absent. */
  readonly beside?: ReadonlySet<string>;
  /** Said to be sensitive, whatever the category. */
  readonly isSensitive: boolean;
}

/** Which categories satisfy a row. `BH` is the HL7 parent of the three. */
export const SATISFIED_BY: Readonly<Record<string, readonly string[]>> = { BH: ["PSY", "SUD", "COGN"] };

/** Labels by the row for which they count; beside v3-ActCode also codes that others made up for the same. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  PSY: ["PSY", "MH", "EMOTDIS"],
  SUD: ["SUD", "ETH", "ETHUD", "OPIOIDUD", "42CFRPart2"],
  BH: ["BH"],
  HIV: ["HIV", "HIVAIDS"],
  STD: ["STD"],
  SEX: ["SEX", "GENDER", "ABORTION", "CONTRACEPTION", "REPRODUCTIVE"],
  SDV: ["SDV", "VIO", "MST"],
  GDIS: ["GDIS", "SICKLE", "SCA"],
  COGN: ["COGN", "DVD"],
  PSYTHPN: ["PSYTHPN", "HIPAAPsyNotes"],
  DEMO: ["DEMO", "DOB"],
};
const ROW_OF = new Map(Object.entries(ROWS).flatMap(([row, labels]) => labels.map((label) => [label, row])));
export const ROW_NAMES: readonly string[] = Object.keys(ROWS);

/** Say that something is sensitive, and not what. */
const SENSITIVE_WITHOUT_CATEGORY: ReadonlySet<string> = new Set(["R", "V", "SPI", "TBOO", "SSP", "PRS", "PHY", "DIA", "CEL", "ADOL"]);
const ORDINARY: ReadonlySet<string> = new Set(["N", "L", "M", "U"]);

export const labelsOf = ({ meta }: Resource): readonly string[] =>
  isRecord(meta) && Array.isArray(meta.security)
    ? meta.security.flatMap((label: unknown) => (isRecord(label) && typeof label.code === "string" ? [label.code] : []))
    : [];

/** Labels that count for nothing here, to be told. */
export const isUnknown = (label: string): boolean => !ROW_OF.has(label) && !SENSITIVE_WITHOUT_CATEGORY.has(label) && !ORDINARY.has(label);

/**
 * A psychotherapy note is mental health too. `BH` beside a finer label wants nothing more, and still permits what it means.
 * Labels about personal details alone do not make a resource sensitive.
 */
export function truthOf(labels: readonly string[]): Truth {
  const rows = [...new Set(labels.flatMap((label) => ROW_OF.get(label) ?? []))];
  const finer = ["PSY", "SUD", "COGN", "PSYTHPN"].some((row) => rows.includes(row));
  return {
    wanted: rows.filter((row) => row !== "BH" || !finer),
    permitted: new Set(rows.flatMap((row) => [...(SATISFIED_BY[row] ?? [row]), ...(row === "PSYTHPN" ? ["PSY"] : [])])),
    isSensitive: rows.some((row) => row !== "DEMO") || labels.some((label) => SENSITIVE_WITHOUT_CATEGORY.has(label)),
  };
}
