/**
 * SNOMED CT concepts. SNOMED CT is a registered trademark of SNOMED International and needs a licence (free in its member countries): an operator
 * enables this list. Rules name where each concept was found.
 */
import { type CodeList, words } from "./code-list.ts";
import { SNOMED_CT_C2S } from "./snomed-ct-c2s.ts";

const SYNTHEA = "Synthea 3.3.0 modules, SHIFT Task Force SLS value sets (CC-BY-4.0), Consent2Share value sets 2017 (Apache-2.0)";
const COMMON = "Widely used concepts; check them against the release in use";
const SHIFT = "SHIFT Task Force SLS value sets (CC-BY-4.0), reviewed";

export const SNOMED_CT: CodeList = {
  name: "snomed-ct",
  optional: true,
  date: "2026-11-23",
  systems: ["http://snomed.info/sct", "urn:oid:2.16.840.1.113883.6.96", "snomed-ct", "snomed"],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: SYNTHEA,
      codes: words(`
        6525002 55680006 56876005 61480009 60112009 266707007 10939881000119105 428211000124100 713106006 763302001 413473000 7200002
        15167005 66214007 191816009 5602001 1149222004 425741009 145121000119106 724713006 707848009 31956009 75544000 21647008
        26416006 37344009 414874007 228279004 228281002 361055000 46975003 91388009 281004 18653004 191475009 29212009
      `),
    },
    { category: "SUD", tier: "weak", source: SYNTHEA, codes: words("226138001 443280005 160573003") },
    {
      category: "PSY",
      tier: "definite",
      source: SYNTHEA,
      codes: words(`
        171207006 454711000124102 715252007 710841007 73595000 80583007 36923009 370143000 197480006 47505003 192080009 192127007
        406506008 386522008 228557008 86849004 287185009 287182007 90407005 74857009 183401008 88848003 287193009 287191006 44301001
        29240004 372767007 310496002 1376001 720433000 191736004 13746004 58214004 35489007 48694002 21897009 69322001 371631005
        18193002 6471006 385892002 17226007 11387009 72366004 78004001 56882008 191722009 40379007 231504006 698951002 319768000
      `),
    },
    { category: "PSYTHPN", tier: "definite", source: SHIFT, codes: words("444175001") },
    {
      category: "HIV",
      tier: "definite",
      source: SYNTHEA,
      codes: words(`
        86406008 165816005 171121004 31676001 313077009 315124004 313660005 446987006 111880001 420721002
      `),
    },
    { category: "HIV", tier: "indicative", source: SYNTHEA, codes: words("709506004 736376001 439830001") },
    {
      category: "STD",
      tier: "definite",
      source: SYNTHEA,
      codes: words(`
        165829005 269828009 310861008 171128005 428015005
      `),
    },
    {
      category: "SEX",
      tier: "definite",
      source: SYNTHEA,
      codes: words(`
        72892002 424441002 424619006 252160004 169230002 134435003 135892000 274804006 225158009 156073000 161744009 169762003
        183460006 183996000 267020005 271442007 275833003 312404004 389095005 443529005 46706006 65200003 66348005 68254000 713076009
        85548006 90226004 169690007 19169002 35999006 47200007 79586000 198992004 236974004 237001001 177157003 11466000 236931002
        305408004 367494004 31208007 18946005 60218003 169673001 51116004 398254007 85116003 386216000 267253006 37849005 609496007
        270427003 10383002 714812005 386394001 445912000 42035005 80182007 18391007 364324000 440425000 440013005 252113007 248991006
        21840007 169745008 386761002 304527002 169472004 198288003 397803000 93461009
      `),
    },
    {
      category: "SDV",
      tier: "definite",
      source: SYNTHEA,
      codes: words(`
        706893006 866148006 424393004 713834002
      `),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: SHIFT,
      codes: words(`
        190905008 86964003 707418001 707577004 61919008 443529005 275833003
      `),
    },
    {
      category: "COGN",
      tier: "definite",
      source: SHIFT,
      codes: words(`
        26929004 230265002 386257007 281036007 52448006 281004 110359009 31216003 86765009 61152003 40700009 408856003 408857007
        35919005 43614003 71961003 702732007 62305002 192562009 248290002 25766007 228156007 229721007 443265004
      `),
    },
    { category: "HIV", tier: "definite", source: COMMON, codes: words("62479008 91947003 91948008 40780007 79019005 165815009") },
    {
      category: "STD",
      tier: "definite",
      source: COMMON,
      codes: words("8098009 15628003 76272004 240589008 105629000 33839006 266113007 56335008"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: COMMON,
      codes: words(
        "77386006 34801009 17369002 16356006 386639001 87527008 13197004 22523008 15938005 129103003 6738008 8619003 397803000 93461009",
      ),
    },
    { category: "SDV", tier: "definite", source: COMMON, codes: words("397940009") },
    {
      category: "GDIS",
      tier: "definite",
      source: COMMON,
      codes: words(
        "127040003 417357006 16402000 40108008 41040004 51500006 21111006 58756001 73297009 76670001 90935002 128105004 19346006",
      ),
    },
    { category: "COGN", tier: "definite", source: COMMON, codes: words("386805003 230270009 429998004 12348006 15662003 386806002") },
    { category: "SUD", tier: "definite", source: COMMON, codes: words("64386000 371422002 91388009") },
    {
      category: "PSY",
      tier: "definite",
      source: COMMON,
      codes: words("225444004 76168009 75516001 304891004 385892002 108313002 10197000"),
    },
    ...SNOMED_CT_C2S,
  ],
};
