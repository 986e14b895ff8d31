import { z } from 'zod'
import { whole } from '../disclosure/marks.ts'
import { type English, english } from './english.ts'
import type { GuardName } from './guards.ts'
import type { Allowed } from './instead.ts'

/** Codes and what they mean stay the same from version to version; the wording may change. */
export type MessageCode = keyof English

type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** Something to tell a person, not yet in any language. */
export interface Message {
  code: MessageCode
  params: Params
}

/** Each code with the parameters of its text. */
type Said = { [C in MessageCode]: [code: C, ...params: Parameters<English[C]>] }[MessageCode]

/** A message of the catalogue. The compiler checks the code and its parameters. */
export const message = (...[code, params]: Said): Message => ({ code, params: params ?? {} })

/** Takes the parameters of a message. A method, so that texts with different parameters fit. */
interface Text {
  text(params: Params): string
}

/** The texts of a language: one for every code, with the same parameters as in English. */
type Catalogue = { readonly [C in MessageCode]: Text['text'] }

const catalogues = { en: english } satisfies Record<string, Catalogue>
export type MessageLanguage = keyof typeof catalogues

/** The refusal of an action by a guard. There are too many for the compiler to look for each among all codes. */
export const refusedBy = (name: GuardName, params: Allowed & { action: string }): Message => ({
  code: `guard-${name}`,
  params,
})

/** The text of a message in a language. */
export const render = ({ code, params }: Message, language: MessageLanguage = 'en'): string => {
  const catalogue: Catalogue = catalogues[language]
  return catalogue[code](params)
}

/** A message about one place, such as a field of a request, with its English text. */
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
  params: z.record(z.string(), z.unknown()).meta({ description: 'Parameters of the text' }),
}

/** A message as answers and events carry it, beside its English text. */
export const saidMessage = whole(
  z
    .object(messageFields)
    .meta({ id: 'Message', description: 'What a text says, for programs and for other languages' }),
)
