/** MS-DRG of an inpatient stay, three digits. */
import { type CodeList, words } from "./code-list.ts";

const CMS = "MS-DRG definitions v43, CMS (public domain), by major diagnostic category 14, 19, 20 and 25";

export const MS_DRG: CodeList = {
  name: "ms-drg",
  optional: false,
  date: "2026-11-23",
  systems: [
    "https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/AcuteInpatientPPS/MS-DRG-Classifications-and-Software",
    "http://terminology.hl7.org/CodeSystem/MSDRG",
    "https://bluebutton.cms.gov/resources/variables/clm_drg_cd",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: CMS,
      codes: words(`
      522 523 894 895 896 897
    `),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CMS,
      codes: words(`
      876 880 881 882 883 884 885 886 887
    `),
    },
    {
      category: "HIV",
      tier: "definite",
      source: CMS,
      codes: words(`
      969 970 974 975 976 977
    `),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CMS,
      codes: words(`
      768 769 770 776 779 783 784 785 786 787 788 796 797 798 805 806 807 817 818 819 831 832 833
    `),
    },
  ],
};
