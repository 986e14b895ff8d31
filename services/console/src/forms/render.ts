import { namesIn } from '@techbridge/contracts'
import { html } from 'hono/html'
import type { Markup } from '../layout.ts'
import { fill, languages } from '../texts/index.ts'
import type { Visit } from '../visit.ts'
import type { Field } from './fields.ts'

/** Where something is wrong, by path, such as `texts.zh.title`. */
export type Errors = ReadonlyMap<string, string>

const most = 60

/** `dueOn` and `sign-nda` as words. Names of fields and actions have no other languages yet. */
export const inWords = (name: string): string => {
  const words = name.replaceAll('-', ' ').replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

/** The name of a value of a field: a country or language in the reader's language, else its own words. */
export const valueName = (visit: Visit, field: string, value: string): string => {
  const { language, texts } = visit
  const known: Record<string, string> = { ...texts }
  const { sectors, dealTypes } = namesIn(language)
  const listed: Record<string, string> = { ...sectors, ...dealTypes }
  if (['sector', 'dealType', 'dealTypes'].includes(field)) return listed[value] ?? value
  if (/^[A-Z]{2}$/.test(value) && ['country', 'territories', 'territory', 'office'].includes(field))
    return new Intl.DisplayNames(language, { type: 'region' }).of(value) ?? value
  if (field === 'originalLanguage' || field === 'language') return languageName(visit, value)
  return known[value] && ['status', 'kind', 'role'].includes(field) ? known[value] : inWords(value)
}

export const languageName = ({ language }: Pick<Visit, 'language'>, tag: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

interface Place {
  visit: Visit
  errors: Errors
  /** Begins the ids of the form, so that several forms fit on one page. */
  form: string
  /** The name of the control, such as `body.texts.0.title`. */
  name: string
  /** The place in the body, such as `texts.zh.title`. */
  path: string
  label: string
}

export const renderField = (field: Field, value: unknown, place: Place): Markup => {
  if (field.kind === 'group') return group(field.fields, value, place, field.hint)
  if (field.kind === 'several') return several(field, value, place)
  if (field.kind === 'texts') return textsByLanguage(field, value, place)
  if (field.kind === 'choices') return boxes(field, value, place)
  if (field.kind === 'text' && lastOf(place.path) === 'originalLanguage')
    return single(languageChoice(field, value), value ?? place.visit.language, place)
  return single(field, value, place)
}

/** A tag could be written too, but nearly all texts begin in a language of the console. */
const languageChoice = ({ required, hint }: Field, value: unknown): Field => ({
  kind: 'choice',
  required,
  hint,
  values: [...new Set([...(typeof value === 'string' ? [value] : []), ...Object.keys(languages)])],
})

const optional = (field: Field, { texts }: Visit) => (field.required ? '' : ` (${texts.optional})`)

const describedBy = (field: Field, error: string | undefined, id: string) =>
  [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')

const about = (field: Field, error: string | undefined, id: string): Markup =>
  html`${field.hint ? html`<span class="hint" id="${id}-hint" lang="en">${field.hint}</span>` : ''}${
    error ? html`<span class="error" id="${id}-error" lang="en">${error}</span>` : ''
  }`

const single = (field: Field, value: unknown, { visit, errors, form, name, path, label }: Place): Markup => {
  const error = errors.get(path)
  const id = idOf(form, path)
  const common = html`id="${id}" name="${name}" aria-describedby="${describedBy(field, error, id)}" ${
    error ? html`aria-invalid="true"` : ''
  } ${field.required && field.kind !== 'flag' && field.kind !== 'lines' ? 'required' : ''}`
  const text = Array.isArray(value) ? value.join('\n') : value === undefined || value === null ? '' : String(value)
  const head = html`<label for="${id}" lang="en">${label}${optional(field, visit)}</label>${about(field, error, id)}`
  if (field.kind === 'flag')
    return html`<div class="field">
      ${about(field, error, id)}
      <label><input type="checkbox" ${common} value="1" ${value === true ? 'checked' : ''} /> <span lang="en">${label}</span></label>
    </div>`
  if (field.kind === 'choice')
    return html`<div class="field">
      ${head}
      <select ${common}>
        ${field.required && text !== '' ? '' : html`<option value="">${visit.texts.none}</option>`}
        ${field.values.map(
          (one) =>
            html`<option value="${one}" ${one === text ? 'selected' : ''}>${valueName(visit, lastOf(path), one)}</option>`,
        )}
      </select>
    </div>`
  if (field.kind === 'lines')
    return html`<div class="field">
      ${head}<span class="hint">${visit.texts.oneALine}</span><textarea ${common}>${text}</textarea>
    </div>`
  if (field.kind === 'text' && field.long)
    return html`<div class="field">
      ${head}<textarea ${common} ${field.most ? html`maxlength="${field.most}"` : ''}>${text}</textarea>
    </div>`
  const isNumber = field.kind === 'number'
  const isDate = field.kind === 'text' && field.date
  return html`<div class="field">
    ${head}<input type="${isDate ? 'date' : 'text'}" ${isNumber ? html`inputmode="decimal"` : ''} ${common} ${
      field.kind === 'text' && field.most ? html`maxlength="${field.most}"` : ''
    } value="${text}" />
  </div>`
}

/** The id of the control for a place of the body. An error links to it. */
export const idOf = (form: string, path: string): string => `${form}.${path}`

const lastOf = (path: string) => path.split('.').at(-1) ?? path

const boxes = (
  field: Field & { kind: 'choices' },
  value: unknown,
  { visit, errors, form, name, path, label }: Place,
): Markup => {
  const error = errors.get(path)
  const chosen = new Set(Array.isArray(value) ? value.map(String) : [])
  const id = idOf(form, path)
  return html`<fieldset class="field" id="${id}" aria-describedby="${describedBy(field, error, id)}">
    <legend lang="en">${label}${optional(field, visit)}</legend>
    ${about(field, error, id)}
    <div class="choices">
      ${field.values.map(
        (one) =>
          html`<label>
            <input type="checkbox" name="${name}" value="${one}" ${chosen.has(one) ? 'checked' : ''} />
            ${valueName(visit, lastOf(path), one)}
          </label>`,
      )}
    </div>
  </fieldset>`
}

const entriesOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const inside = (fields: Record<string, Field>, value: unknown, place: Place): Markup[] => {
  const values = entriesOf(value)
  return Object.entries(fields).map(([key, field]) =>
    renderField(field, values[key], {
      ...place,
      name: `${place.name}.${key}`,
      path: place.path === '' ? key : `${place.path}.${key}`,
      label: inWords(key),
    }),
  )
}

const group = (fields: Record<string, Field>, value: unknown, place: Place, hint?: string): Markup =>
  place.label === ''
    ? html`${inside(fields, value, place)}`
    : html`<fieldset>
        <legend lang="en">${place.label}</legend>
        ${hint ? html`<span class="hint" lang="en">${hint}</span>` : ''} ${inside(fields, value, place)}
      </fieldset>`

const several = (field: Field & { kind: 'several' }, value: unknown, place: Place): Markup => {
  const given: unknown[] = Array.isArray(value) ? value : []
  const shown = [...given, undefined].slice(0, most)
  return html`<fieldset>
    <legend lang="en">${place.label}</legend>
    ${shown.map((one, n) => {
      const inner = renderField(field.of.kind === 'group' ? relaxed(field.of, one) : field.of, one, {
        ...place,
        name: `${place.name}.${n}`,
        path: `${place.path}.${n}`,
        label: `${place.label} ${n + 1}`,
      })
      return one === undefined
        ? html`<details><summary lang="en">${place.label} ${n + 1}</summary>${inner}</details>`
        : inner
    })}
  </fieldset>`
}

/** What may stay empty must not be required by the browser. */
const relaxed = (field: Field & { kind: 'group' }, value: unknown): Field =>
  value === undefined
    ? {
        ...field,
        fields: Object.fromEntries(
          Object.entries(field.fields).map(([key, one]) => [key, { ...one, required: false }]),
        ),
      }
    : field

const textsByLanguage = (field: Field & { kind: 'texts' }, value: unknown, place: Place): Markup => {
  const { visit } = place
  const given = Object.entries(entriesOf(value))
  const first = given.length === 0
  const choices = [...new Set([...given.map(([tag]) => tag), ...Object.keys(languages)])]
  const choose = (n: number, chosen: string) =>
    html`<div class="field">
      <label for="${place.name}.${n}.language">${visit.texts.language}</label>
      <select id="${place.name}.${n}.language" name="${place.name}.${n}.language">
        ${choices.map(
          (tag) =>
            html`<option value="${tag}" ${tag === chosen ? 'selected' : ''}>${languageName(visit, tag)}</option>`,
        )}
      </select>
    </div>`
  const one = (n: number, tag: string, text: unknown, of: Field) =>
    html`${choose(n, tag)}${renderField(of, text, {
      ...place,
      name: `${place.name}.${n}`,
      path: `${place.path}.${tag}`,
      label: '',
    })}`
  const spare = choices.find((tag) => !given.some(([own]) => own === tag)) ?? visit.language
  const empty = field.of.kind === 'group' ? relaxed(field.of, undefined) : field.of
  return html`<fieldset>
    <legend lang="en">${place.label}</legend>
    ${place.errors.get(place.path) ? html`<span class="error" lang="en">${place.errors.get(place.path)}</span>` : ''}
    ${given.map(
      ([tag, text], n) =>
        html`<fieldset>
          <legend>${fill(visit.texts.textIn, { language: languageName(visit, tag) })}</legend>
          ${one(n, tag, text, field.of)}
        </fieldset>`,
    )}
    ${
      first
        ? one(0, visit.language, undefined, field.of)
        : html`<details>
            <summary>${visit.texts.addLanguage}</summary>
            ${one(given.length, spare, undefined, empty)}
          </details>`
    }
  </fieldset>`
}
