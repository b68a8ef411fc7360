/** MS-DRG of an inpatient stay, three digits. 522 and 523 are the CMS-DRG of before October 2007; 522 has had another meaning since 2020. */
import { type CodeList, words } from "./code-list.ts";
import { filled } from "./spellings.ts";

const CMS = "MS-DRG definitions v43 and earlier, CMS (public domain); substance use also CMS Blue Button security labels (CC0)";

export const MS_DRG: CodeList = {
  name: "ms-drg",
  optional: false,
  date: "2026-11-27",
  spellings: filled(3),
  systems: [
    "https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/AcuteInpatientPPS/MS-DRG-Classifications-and-Software",
    "http://terminology.hl7.org/CodeSystem/MSDRG",
    "http://terminology.hl7.org/CodeSystem/ex-diagnosisrelatedgroup",
    "https://bluebutton.cms.gov/resources/variables/clm_drg_cd",
    "https://bluebutton.cms.gov/fhir/CodeSystem/CLM-DRG-CD",
    "ms-drg",
  ],
  rules: [
    {
      category: "SUD",
      tier: "definite",
      source: CMS,
      codes: words("894 895 896 897"),
    },
    {
      category: "SUD",
      tier: "indicative",
      source: CMS,
      codes: words("522 523"),
    },
    {
      category: "SUD",
      tier: "weak",
      source: CMS,
      codes: words("917 918"),
    },
    {
      category: "PSY",
      tier: "definite",
      source: CMS,
      codes: words("876 880 881 882 883 884 885 886 887"),
    },
    {
      category: "PSY",
      tier: "weak",
      source: CMS,
      codes: words("917 918"),
    },
    {
      category: "HIV",
      tier: "definite",
      source: CMS,
      codes: words("969 970 974 975 976 977"),
    },
    {
      category: "SEX",
      tier: "definite",
      source: CMS,
      codes: words(`
        765 766 767 768 769 770 774 775 776 777 778 779 780 781 782 783 784 785 786 787 788 796 797 798 805 806 807 817 818 819 831 832
        833
      `),
    },
    {
      category: "SEX",
      tier: "indicative",
      source: CMS,
      codes: words("760 761"),
    },
    {
      category: "SEX",
      tier: "weak",
      source: CMS,
      codes: words("742 743"),
    },
    {
      category: "COGN",
      tier: "definite",
      source: CMS,
      codes: words("884 886"),
    },
  ],
};
