/** Spanish, for members in the United States; the formal “usted”. */
import type { Words } from "..";
import { authorization } from "./authorization";
import { frame } from "./frame";
import { next } from "./next";
import { person } from "./person";
import { records } from "./records";
import { sensitive } from "./sensitive";
import { signIn } from "./sign-in";
import { summary } from "./summary";
import { trouble } from "./trouble";

export const es: Words = { ...frame, ...signIn, ...authorization, ...summary, ...next, ...records, ...sensitive, ...person, ...trouble };
