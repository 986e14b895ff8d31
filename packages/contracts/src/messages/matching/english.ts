import { en } from './en.ts'
import { filled } from './filled.ts'
import { type MatchingCode, matchingParameters, type ParametersOf } from './parameters.ts'

type Texts = {
  [C in MatchingCode]: keyof ParametersOf<C> extends never ? () => string : (params: ParametersOf<C>) => string
}

const shown = 5
const plainly = (value: unknown) => (Array.isArray(value) ? value.slice(0, shown).join(', ') : String(value))

type Text = (params?: Readonly<Record<string, unknown>>) => string

const textOf =
  (code: MatchingCode): Text =>
  (params = {}) =>
    filled(en.texts[code], params, plainly)

const codes = Object.keys(matchingParameters) as MatchingCode[]

/** Why a need and an offer match, and what keeps them apart: in English, with codes as they are. */
export const matchingMessages: Texts = Object.fromEntries(codes.map((code) => [code, textOf(code)])) as Record<
  MatchingCode,
  Text
>
