/** Genetic information in words: inherited diseases and carriers, tests of the germ line, and who counsels about them. Markers of a tumour are not inherited and are not here. */
import { CARE, TESTS, USAGE } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

export const GDIS: TermList = {
  name: "terms-gdis",
  date: "2026-11-27",
  rules: [
    {
      category: "GDIS",
      tier: "definite",
      source: USAGE,
      terms: phrases(`
        genetic, genetics, genetically, inherited disease*, inherited disorder*, inherited metabolic, inborn error*, hereditary breast
        hereditary cancer*, hereditary disease*, hereditary disorder*, hereditary nonpolyposis, hereditary spherocytosis
        hereditary ovarian, hereditary hemochromatosis, hereditary angioedema, hereditary hemorrhagic telangiectasia
        hereditary neuropathy, hereditary motor, hereditary ataxia, hereditary spastic, hereditary thrombophilia, familial adenomatous
        familial hypercholesterol*, familial mediterranean fever, familial dysautonomia, lynch syndrome, li fraumeni, cowden syndrome
        peutz jeghers, brca, brca1, brca2, brca 1, brca 2, palb2, chek2, germline, germ line, pathogenic variant*, likely pathogenic
        variant of uncertain significance, gene mutation*, genetic mutation*, gene carrier, carrier of cystic, carrier of sickle
        carrier of fragile, carrier of genetic, carrier of hereditary, carrier of thalassemia, carrier of tay, carrier of spinal
        carrier of hemophilia, asymptomatic hemophilia, carrier status, carrier state, cystic fibrosis, sickle cell*, sickle trait
        sickle thal*, hemoglobin s trait, hbss disease, thalass*, hemoglobinopath*, hemophili*, haemophili*, von willebrand*
        factor v leiden, factor viii deficiency, factor ix deficiency, prothrombin gene, prothrombin g20210a, mthfr
        antithrombin deficiency hereditary, hemochromatosis, alpha 1 antitrypsin deficiency, a1at deficiency, g6pd deficiency
        huntington*, spinocerebellar ataxia, friedreich*, charcot marie tooth, spinal muscular atrophy, muscular dystroph*, duchenne*
        becker dystrophy, myotonic dystrophy, neurofibromatosis, tuberous sclerosis, von hippel lindau, marfan*, ehlers danlos
        osteogenesis imperfecta, achondroplas*, hb ss, hbss, hb sc, hb c disease, hyperphenylalanin*, phenylalanin*, acidemia*
        organic acidemia*, aciduria*, organic aciduria*, fatty acid oxidation, fatty acid metabolism, amino acid metabolism
        amino acid transport, histidine metabolism, ornithine metabolism, gangliosidos*, sulfatase deficiency, leukodystroph*
        adrenoleukodystroph*, peroxisomal disorder*, von gierke, mcardle*, sucrase isomaltase, scheie*, sanfilippo*, morquio*
        glycoprotein metabolism, glucosaminoglycan, glycosaminoglycan metabolism, lysosomal enzyme*, congenital nonprogressive ataxia
        early onset cerebellar ataxia, late onset cerebellar ataxia, cystinosis, cystinuria, tyrosinemia, alkaptonuria
        deletion syndrome, microdeletion*, microduplication*, triploidy, polyploidy, balanced translocation, balanced rearrangement
        autosomal fragile site, usher syndrome, phelan mcdermid, bardet biedl, kearns sayre, leigh disease, leigh syndrome
        batten disease, tay sachs, gaucher*, fabry*, niemann pick, pompe disease, hurler*, hunter syndrome, mucopolysaccharid*
        lysosomal storage, glycogen storage, phenylketonuria, pku, galactosemia, maple syrup urine, homocystinuria, mcad deficiency
        urea cycle disorder*, wilson disease, wilsons disease, porphyria*, polycystic kidney disease autosomal, autosomal dominant
        autosomal recessive, x linked, down syndrome, downs syndrome, trisom*, monosom*, edwards syndrome, patau syndrome
        turner syndrome, turners syndrome, klinefelter*, fragile x, digeorge*, 22q11*, velocardiofacial, prader willi, angelman syndrome
        williams syndrome, rett syndrome, noonan syndrome, cri du chat, mosaicism, translocation carrier, chromosom*, aneuploid*
        mitochondrial disease*, alport syndrome, genetic susceptibility, genetic predisposition, genetic carrier
        multiple endocrine neoplasia, long qt syndrome congenital, brugada, hypertrophic cardiomyopathy familial, retinitis pigmentosa
        albinism, vaso occlusive*, sickle crisis, cf carrier, alpha thal, beta thal
      `),
      except: phrases(`
        hepatitis b carrier status, mrsa carrier status, gbs carrier status, carrier status mrsa, b carrier state, strep carrier state
        streptococcus carrier state, streptococcus b carrier state, typhoid carrier state, hepatitis carrier state
        genetically engineered, genetically modified
      `),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: TESTS,
      evenNegative: true,
      terms: phrases(`
        genetic test*, genetic screen*, genetic analysis, genetic panel, dna test*, dna analysis, gene test*, gene panel, gene analysis
        gene sequencing, gene targeted mutation analysis, gene full mutation analysis, carrier screen*, carrier test*, karyotyp*
        cytogenetic*, chromosomal microarray, microarray chromosomal, exome, whole genome, genome sequencing, genomic*, genomics
        next generation sequencing germline, nipt, noninvasive prenatal, non invasive prenatal, cell free dna, cell free fetal, cfdna
        quad screen, quad maternal, maternal serum screen*, triple screen, aneuploidy screen*, nuchal translucency, amniocentesis
        chorionic villus, preimplantation genetic, newborn screen*, newborn metabolic screen*, newborn blood spot, pharmacogen*, cyp2c19
        cyp2d6, cyp2c9, tpmt gene*, dpyd, vkorc1, slco1b1, apoe, hla b 5701, hla b27 gene, 23andme, ancestry dna, paternity test*
        genotyp*, hemoglobin electrophoresis, hgb electrophoresis, hemoglobin s, hb s, hgb s, hla b 57 01
      `),
      except: phrases(`
        hiv genotyp*, viral genotyp*, hcv genotyp*, hepatitis c genotyp*, hpv genotyp*, hepatitis c virus genotyp*
        hepatitis c viral genotyp*, drug resistance genotyp*, genotyping hpv, genotypic resistance, using genotypic technique
        hpv dna test*, viral dna test*, hbv dna test*, stool dna test*, fecal dna test*, dna test stool, bacterial dna test*
        mycobacterial dna test*, genotypic technique, genotype resistance, genotypic, genotype 1*, genotype 2, genotype 3, genotype 4
        hpv with genotyp*, hbv genotyp*, hepatitis b genotyp*, hepatitis b virus genotyp*, human immunodeficiency virus genotyp*
        virus genotyp*
      `),
    },
    {
      category: "GDIS",
      tier: "definite",
      source: CARE,
      evenNegative: true,
      terms: phrases(`
        genetic counsel*, genetics counsel*, medical genetics, geneticist*, genetics clinic, clinical genetics, genetics consult*
        genetics referral, genetic service*, family history of genetic, family history of hereditary
        family history of breast cancer gene
      `),
    },
    {
      category: "GDIS",
      tier: "indicative",
      source: USAGE,
      terms: phrases(`
        hereditary, heritable, congenital chromosomal, familial, inherited, polycystic kidney*, sickling, thrombophilia, hypermobile eds
        gene therapy, mutation*, multiples of median
      `),
      except: phrases(`
        familial tremor, egfr mutation*, kras mutation*, braf mutation*, jak2 mutation*, flt3 mutation*, npm1 mutation*, mutation egfr, mutation kras, mutation braf, tumor mutation*
        somatic mutation*, resistance mutation*, idh mutation*, idh1 mutation*, tert mutation*, nras mutation*, pik3ca mutation*
        alk mutation*, jak2 v617f mutation*, mutation burden, mutational burden, calr mutation*, mpl mutation*, acquired thrombophilia
        drug resistance mutation*, viral mutation*, familial relationship*, familial status
      `),
    },
    {
      category: "GDIS",
      tier: "weak",
      source: USAGE,
      terms: phrases(`
        congenital, dysmorphic, birth defect*, consanguin*, strong family history of, family history of breast cancer
        family history of ovarian cancer, family history of colon cancer, family history of malignant neoplasm*
        family history of cancer
      `),
    },
  ],
};
