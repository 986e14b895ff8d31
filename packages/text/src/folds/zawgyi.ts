import myanmar from 'myanmar-tools'
import rabbit from 'rabbit-node'
import { known } from './known.ts'
import { type Folded, rewritten } from './mapped.ts'

const detector = new myanmar.ZawgyiDetector()
/** What its authors take for a sure sign. */
const sure = 0.95
/** More text does not make the answer surer, only slower. */
const sample = 2000

/** A syllable as Zawgyi stores it: what is seen before the consonant stands before it. */
const syllable =
  /[\u1031\u103b\u107e-\u1084]{0,3}[\u1000-\u102a\u103f\u1040-\u104f\u106a\u106b\u106e\u106f\u1086\u108f-\u1092\u1097]?[\u102b-\u1030\u1032-\u103a\u103c-\u103e\u1060-\u1069\u106c\u106d\u1070-\u107d\u105a\u1085\u1087-\u108e\u1093-\u1096]{0,12}/g

/**
 * What Zawgyi alone has: codes of its own, its asat, and what stands before a consonant at the beginning of a word. Folded Unicode has none of
 * it, so that folding it again changes nothing.
 */
const sign = /[\u1060-\u1064\u1066-\u106d\u1070-\u1097]|\u1039(?![\u1000-\u1021])|(?<![\u1000-\u109f])[\u1031\u103b]/

const probability = (text: string) => detector.getZawgyiProbability(text.slice(0, sample))

/** Each of its many rules is a pattern made anew. */
const convert = known((found) => found && rabbit.zg2uni(found))

/**
 * Burmese typed for the font Zawgyi, which puts other letters at the codes of Unicode, as Unicode. Whether a text is, Google's Myanmar Tools say
 * by a Markov model; Rabbit converts it. What does not become Unicode by that was neither, and stays.
 */
export const foldZawgyi = (folded: Folded): Folded => {
  if (!sign.test(folded.text) || probability(folded.text) < sure) return folded
  const converted = rewritten(folded, syllable, convert)
  return probability(converted.text) <= 1 - sure ? converted : folded
}
