import { z } from 'zod'
import { whole } from '../disclosure/marks.ts'
import { type English, english } from './english.ts'

/** What messages say stays the same from version to version; how they say it may change. */
export type MessageCode = keyof English

type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** What is said to a person, in no language yet. */
export interface Message {
  code: MessageCode
  params: Params
}

/** Each code with what its text tells. */
type Said = { [C in MessageCode]: [code: C, ...params: Parameters<English[C]>] }[MessageCode]

/** A message of the catalogue. The compiler knows each code, and what its text tells. */
export const message = (...[code, params]: Said): Message => ({ code, params: params ?? {} })

/** Takes the parameters of a message; methods, as each text takes its own. */
interface Text {
  text(params: Params): string
}

/** The texts of a language: of every code, with the same parameters as in English. */
type Catalogue = { readonly [C in MessageCode]: Text['text'] }

const catalogues = { en: english } satisfies Record<string, Catalogue>
export type MessageLanguage = keyof typeof catalogues

/** The text of a message in a language. */
export const render = ({ code, params }: Message, language: MessageLanguage = 'en'): string => {
  const catalogue: Catalogue = catalogues[language]
  return catalogue[code](params)
}

/** A message about one place, such as a field of a request, beside its English text. */
export interface MessageAt extends Message {
  path: string
  message: string
}

export const messageAt = (path: string, said: Message): MessageAt => ({
  path,
  message: render(said),
  code: said.code,
  params: said.params,
})

/** The fields of a message, as answers and events carry them beside its English text. */
export const messageFields = {
  code: z.string().meta({ description: 'Stays the same from version to version' }),
  params: z.record(z.string(), z.unknown()).meta({ description: 'What the text tells beside' }),
}

/** A message as answers and events carry it, beside its English text. */
export const saidMessage = whole(
  z
    .object(messageFields)
    .meta({ id: 'Message', description: 'What a text says, for programs and for other languages' }),
)
