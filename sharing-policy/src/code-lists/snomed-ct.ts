/**
 * SNOMED CT concepts. SNOMED CT is a registered trademark of SNOMED International and needs a licence (free in its member countries): an operator
 * enables this list. Numbers only.
 */
import { type CodeList, words } from "./code-list.ts";
import { SNOMED_CT_C2S } from "./snomed-ct-c2s.ts";
import { SNOMED_CT_ECQM } from "./snomed-ct-ecqm.ts";

const KNOWN =
  "Synthea 3.3.0 modules (Apache-2.0), SHIFT SLS value sets (CC-BY-4.0), Consent2Share 2017 (Apache-2.0) and widely used concepts, reviewed";

export const SNOMED_CT: CodeList = {
  name: "snomed-ct",
  optional: true,
  date: "2026-11-27",
  systems: [
    "http://snomed.info/sct",
    "http://www.snomed.org/sct",
    "http://ihtsdo.org/snomed-ct",
    "http://snomed.info/id",
    "snomed-ct",
    "snomed",
    "SCT",
    "SNM",
    "urn:oid:2.16.840.1.113883.6.96",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        281004 5602001 6525002 7200002 11387009 15167005 18653004 21647008 26416006 29212009 31956009 37344009 46975003 55680006
        56876005 60112009 61480009 64386000 66214007 75544000 91388009 191475009 191816009 228279004 228281002 266707007 361055000
        371422002 413473000 414874007 425741009 443280005 707848009 713106006 724713006 763302001 145121000119106 428211000124100
        10939881000119105
      `),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: KNOWN,
      codes: words("1149222004"),
    },
    {
      category: "SUD",
      tier: "weak",
      source: KNOWN,
      codes: words("160573003 226138001"),
    },
    {
      category: "PSY",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        1376001 6471006 10197000 13746004 17226007 18193002 21897009 29240004 35489007 36923009 40379007 44301001 47505003 48694002
        56882008 58214004 69322001 72366004 75516001 76168009 78004001 80583007 86849004 88848003 90407005 108313002 183401008 191722009
        191736004 192080009 192127007 197480006 198288003 225444004 228557008 231504006 287182007 287185009 287191006 287193009
        304891004 310496002 319768000 370143000 371631005 372767007 385892002 386522008 406506008 444175001 698951002 710841007
        715252007 720433000 454711000124102
      `),
    },
    {
      category: "PSY",
      tier: "indicative",
      source: KNOWN,
      codes: words("7011001 171207006"),
    },
    {
      category: "PSY",
      tier: "weak",
      source: KNOWN,
      codes: words("73595000"),
    },
    {
      category: "PSYTHPN",
      tier: "definite",
      source: KNOWN,
      codes: words("444175001"),
    },
    {
      category: "HIV",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        31676001 40780007 62479008 79019005 86406008 91947003 91948008 111880001 165815009 165816005 171121004 313077009 315124004
        420721002 446987006
      `),
    },
    {
      category: "HIV",
      tier: "indicative",
      source: KNOWN,
      codes: words("313660005"),
    },
    {
      category: "HIV",
      tier: "weak",
      source: KNOWN,
      codes: words("439830001 709506004 736376001"),
    },
    {
      category: "STD",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        8098009 15628003 33839006 56335008 76272004 105629000 165829005 171128005 240589008 266113007 269828009 310861008 428015005
      `),
    },
    {
      category: "SEX",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        407376001 407377005 6738008 8619003 10383002 11466000 13197004 15938005 16356006 17369002 18391007 19169002 21840007 22523008 31208007 34801009
        35999006 37849005 42035005 46706006 47200007 65200003 66348005 68254000 72892002 77386006 79586000 80182007 85116003 85548006
        87527008 93461009 129103003 134435003 135892000 156073000 161744009 169230002 169472004 169673001 169745008 169762003 177157003
        183460006 183996000 198992004 225158009 236931002 236974004 237001001 248991006 252113007 252160004 267020005 267253006
        271442007 274804006 275833003 312404004 364324000 367494004 386216000 386394001 386639001 389095005 397803000 398254007
        424441002 424619006 440013005 440425000 443529005 445912000 609496007 713076009 714812005
      `),
    },
    {
      category: "SEX",
      tier: "weak",
      source: KNOWN,
      codes: words("18946005 51116004 90226004 169690007"),
    },
    {
      category: "SDV",
      tier: "definite",
      source: KNOWN,
      codes: words("397940009 424393004 706893006 713834002 866148006"),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        16402000 19346006 21111006 40108008 41040004 51500006 58756001 61919008 73297009 76670001 86964003 90935002 127040003 128105004
        190905008 417357006 427089005 443529005 707418001 707577004
      `),
    },
    {
      category: "GDIS",
      tier: "weak",
      source: KNOWN,
      codes: words("275833003"),
    },
    {
      category: "COGN",
      tier: "definite",
      source: KNOWN,
      codes: words(`
        281004 12348006 15662003 25766007 26929004 31216003 35919005 40700009 43614003 52448006 61152003 62305002 71961003 86765009
        110359009 192562009 228156007 229721007 230265002 230270009 248290002 281036007 386257007 386805003 386806002 408856003
        408857007 429998004 443265004 702732007
      `),
    },
    {
      category: "COGN",
      tier: "weak",
      source: KNOWN,
      codes: words("128188000"),
    },
    ...SNOMED_CT_ECQM,
    ...SNOMED_CT_C2S,
  ],
};
