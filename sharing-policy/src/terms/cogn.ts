/** Developmental and cognitive conditions in words: conditions, instruments, medicines and care. */
import { CARE, INSTRUMENTS, MEDICINES, USAGE } from "./sources.ts";
import { phrases, type TermList } from "./term-list.ts";

export const COGN: TermList = {
  name: "terms-cogn",
  date: "2026-11-27",
  rules: [
    {
      category: "COGN",
      tier: "definite",
      source: USAGE,
      terms: phrases(`
        dementia*, alzheimer*, lewy body, lewy bodies, frontotemporal, picks disease, pick disease, creutzfeldt*, korsakoff*
        senile degeneration, senility, senile, presenile, neurocognitive, cognitive impairment*, cognitively impaired, cognitive decline
        cognitive deficit*, cognitive disorder*, cognitive dysfunction, cognitive changes, cognitive loss, cognitive disabilit*
        cognitive delay*, cognitive communication, impaired cognition, mild cognitive, age related cognitive, posterior cortical atrophy
        primary progressive aphasia, chronic traumatic encephalopathy, autis*, asperger*, asd level 1, asd level 2, asd level 3
        pervasive developmental, intellectual disabilit*, intellectually disabled, intellectual developmental, intellectual impairment
        mental retardation, mentally retarded, mental deficiency, developmental delay*, developmentally delayed
        developmental disabilit*, developmentally disabled, developmental disorder*, global developmental, delayed milestone*
        developmental regression, neurodevelopmental*, neuro developmental, borderline intellectual, learning disabilit*
        learning disorder*, learning difficult*, learning problem*, specific learning, dyslexi*, dyscalculia, dysgraphia, dyspraxia
        developmental coordination, language disorder*, language delay*, speech delay*, speech and language delay, delayed speech
        expressive language, receptive language, phonological disorder*, speech sound disorder*, stuttering childhood
        social communication disorder, down syndrome, downs syndrome, fragile x, rett syndrome, angelman syndrome, prader willi
        fetal alcohol, special education, individualized education, memory disorder*, visuospatial deficit*, executive function deficit*
        executive dysfunction, attention and concentration deficit, reading disorder*, disorder of written expression
        mathematics disorder*, childhood onset fluency, disorder of psychological development, disorders of psychological development
        amnestic disorder*, brain injur*, traumatic brain, postconcussi*, post concussi*, sundowning, sundowns
      `),
      except: phrases(`
        senile purpura, senile cataract*, senile nuclear*, senile osteopor*, senile keratosis, senile arteriosclerosis, senile entropion
        senile ectropion, senile lentig*, senile vaginitis, senile angioma, senile wart*, senile macular, senile hyperkeratosis
        senile dermatosis, senile ptosis, presenile cataract*, senile osteomalacia, niemann pick disease*
        developmental disorders of jaw*, developmental disorders of teeth, senile hemangioma*, senile elastosis, expressive language art
      `),
    },
    {
      category: "COGN",
      tier: "definite",
      source: INSTRUMENTS,
      evenNegative: true,
      terms: phrases(`
        montreal cognitive, moca, mmse, mini mental, minimental, mini cog, minicog, slums exam*, saint louis university mental
        st louis university mental, clock drawing, clinical dementia rating, cognitive assessment*, cognitive screen*, cognitive test*
        cognitive evaluation*, cognitive function test*, dementia screen*, dementia assessment, memory assessment, memory test*
        bims score, brief interview for mental status, six item screener, ad8 dementia, adas cog, alzheimers disease assessment, m chat
        mchat, modified checklist for autism, autism screen*, autism diagnostic, autism spectrum, ados 2, ados, adi r
        childhood autism rating, cars 2, social communication questionnaire, ages and stages, asq 3, asq se
        parents evaluation of developmental, peds tool, bayley scales, bayley 3, bayley iii, denver developmental, denver ii, vineland
        wechsler, wisc v, wisc iv, wais iv, wppsi, stanford binet, intelligence quotient, iq test*, developmental screen*
        developmental assessment*, developmental evaluation*, developmental testing, neuropsychological test*, neuropsychological eval*
        neuropsychological assess*, neuropsych test*, neuropsych eval*, amyloid pet, p tau 217, p tau 181, ptau 217, beta amyloid 42
        amyloid beta 42 40
      `),
    },
    {
      category: "COGN",
      tier: "definite",
      source: INSTRUMENTS,
      caseSensitive: true,
      evenNegative: true,
      terms: phrases("MCI, SLUMS, IEP, PDD, PDD-NOS, IDD, GDD, BIMS, DDST, TBI, FTD, BPSD"),
    },
    {
      category: "COGN",
      tier: "definite",
      source: CARE,
      terms: phrases(`
        memory clinic*, memory care, memory center, memory disorders clinic, dementia care, dementia unit, alzheimers unit
        applied behavior analysis, applied behavioral analysis, aba therapy, early intervention program, early intervention service*
        developmental pediatric*, developmental behavioral, developmental and behavioral, developmental clinic, cognitive rehabilitation
        cognitive stimulation
      `),
    },
    {
      category: "COGN",
      tier: "definite",
      source: MEDICINES,
      terms: phrases(`
        donepezil, aricept, adlarity, memantine, namenda, namzaric, rivastigmine, exelon, galantamine, razadyne, reminyl, tacrine
        cognex, lecanemab, leqembi, aducanumab, aduhelm, donanemab, kisunla, brexpiprazole for agitation associated with dementia
      `),
    },
    {
      category: "COGN",
      tier: "indicative",
      source: USAGE,
      terms: phrases(`
        cerebral palsy, memory loss, memory impairment, memory problem*, memory deficit*, memory decline, memory concern*
        memory difficult*, poor memory, short term memory, forgetfulness, forgetful, amnesia, amnestic, wandering behavior, sundowning
        failure to meet milestones, not meeting milestones, neuropsychological, neuropsychology, early intervention, cognitive concern*
        cognition, cognitive
      `),
      except: phrases(`
        transient global amnesia free, anterograde amnesia after propofol, cognition intact, cognition is intact, cognition wfl
        cognition wnl, cognition normal, cognition grossly, cognition appears, cognitive function intact, cognitive function is intact
        cognitive function grossly, cognitive function normal, cognitive function wfl, cognitive status normal, cognitive status intact
        cognitive status wfl, cognitive skills intact, cognitive behav*, cognitive therap*, cognitive processing therap*
        post traumatic amnesia, posttraumatic amnesia, retrograde amnesia, amnesia for the event, amnesia to the event, amnesia to event
        amnesia for event, amnesia of the event
      `),
    },
    {
      category: "COGN",
      tier: "weak",
      source: USAGE,
      terms: phrases("confusion, confused, brain fog, delayed development, failure to thrive"),
      except: phrases(""),
    },
  ],
};
