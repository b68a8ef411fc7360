import type { summary as en } from "../en/summary";

export const summary: typeof en = {
  slipTitle: "Su elección ahora",
  slipFrom: "De",
  slipTo: "Para",
  slipAbout: "Sobre",
  slipLong: "Plazo",
  slipPrivate: "Queda en privado",
  slipInPart: "{group} (en parte)",
  sumAllButSensitive: "Comparte todos los datos que pide y sus datos personales. Todos los temas sensibles quedan en privado.",
  sumEverything: "Comparte todos los datos que pide y sus datos personales. También comparte todos los temas sensibles.",
  sumEverythingOpen:
    "Comparte todos los datos que pide y sus datos personales. De los temas sensibles, comparte todos los que puede compartir.",
  sumRecordsAll: "Comparte todos los datos que pide.",
  sumRecordsSome: "Comparte {n} de {m} tipos de datos.",
  sumRecordsPart: "Comparte {n} de {m} tipos de datos, algunos solo en parte.",
  sumDetailsYes: "Sus datos personales se comparten.",
  sumDetailsNo: "Sus datos personales quedan en privado.",
  sumSensitiveNone: "Todos los temas sensibles quedan en privado.",
  sumSensitiveSome: "Temas sensibles que comparte: {list}.",
  sumSensitiveAll: "Todos los temas sensibles se comparten.",
  sumSensitiveCount: "Comparte {n} de {m} temas sensibles.",
  sumNothing: "No comparte nada. Para seguir, marque por lo menos un tipo de dato.",
  allSensitive: "Todos los temas sensibles",
};
