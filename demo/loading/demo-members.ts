/** The members of the demo: who signs in, which synthetic FHIR Patient is theirs, and who acts for whom. */
import type { Member, Representation } from "@member-exchange/realm-config";

/** The same for every demo member; printed by `npm start`. */
export const DEMO_PASSWORD = "Demo-password-1";

const PEOPLE = [
  ["Albertha", "Considine", "41e8eae6-b757-123d-2a8a-d95d8518b174"],
  ["Arturo", "Alba", "2b05cb93-3141-a215-4302-bf176f146990"],
  ["Bobbi", "Torphy", "41fccf6b-fca1-7ba1-5607-11b0194888e4"],
  ["Chance", "Crona", "081c4e96-9cb1-3950-ed1c-fdd2dab103a9"],
  ["Chanell", "Hegmann", "d20623ae-0404-d58b-7f1b-4c5bc5608cea"],
  ["Delphine", "O'Conner", "e6793101-4401-5ea6-0623-75fa99e3539f"],
  ["Estell", "Ferry", "6ee5936c-68b8-db96-c917-589a21a73918"],
  ["Evelyn", "Leannon", "9f9fe573-bbc1-4fec-8a60-f4da9b6d2cb5"],
  ["Gale", "Spinka", "33493ee9-0dd4-f8d4-3175-2a2245c32e64"],
  ["Jerrod", "Bradtke", "091c6c89-0a6e-96ea-133c-8076f944489c"],
  ["Joesph", "Tromp", "37e7a23e-6126-d2d0-719f-c5b92e63d29d"],
] as const;

/** By user name; made up, as nobody of them has a family. */
const ACTS_FOR: Readonly<Record<string, readonly Representation[]>> = {
  chanell: [
    {
      patient: "33493ee9-0dd4-f8d4-3175-2a2245c32e64",
      relationship: "parent",
      name: "Gale Spinka",
      birthDate: "2002-10-18",
      until: "2030-12-31",
    },
    { patient: "41e8eae6-b757-123d-2a8a-d95d8518b174", relationship: "guardian", name: "Albertha Considine", birthDate: "1966-11-09" },
  ],
};

export const DEMO_MEMBERS: readonly Member[] = PEOPLE.map(([firstName, lastName, fhirPatient]) => ({
  username: firstName.toLowerCase(),
  password: DEMO_PASSWORD,
  firstName,
  lastName,
  email: `${firstName}.${lastName.replaceAll("'", "")}@example.org`.toLowerCase(),
  fhirPatient,
  represents: ACTS_FOR[firstName.toLowerCase()] ?? [],
}));
