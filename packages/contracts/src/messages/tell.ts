import { type ExplanationLanguage, isMatchingCode, renderIn } from './matching/index.ts'
import { type Message, render } from './message.ts'

/** The text of a message in the language; in English where the catalogue of the language does not have it yet. */
export const tell = (language: ExplanationLanguage, said: Message): string =>
  isMatchingCode(said.code) ? renderIn(language, { code: said.code, params: said.params }) : render(said)
