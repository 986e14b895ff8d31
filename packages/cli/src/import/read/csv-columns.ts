import { toPlainLine } from '@techbridge/plain-text'
import type { Kind } from '../record.ts'

/** A cell as the contract has it. What cannot be read stays as it is, so that the server refuses it and names the field. */
type Read = (cell: string) => unknown

const text: Read = (cell) => cell
const number: Read = (cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell))
/** A semicolon that ends an entity, as in `R&amp;D`, separates nothing. */
const separated = (cell: string): string[] => {
  const parts: string[] = []
  let isOpen = false
  for (const part of cell.split(';')) {
    if (isOpen) parts.push(`${parts.pop()};${part}`)
    else parts.push(part)
    const [entity] = /&#?[A-Za-z\d]{2,32}$/.exec(part) ?? []
    isOpen = entity !== undefined && toPlainLine(`${entity};`) !== `${entity};`
  }
  return parts
}

const list: Read = (cell) =>
  separated(cell)
    .map((one) => one.trim())
    .filter((one) => one !== '')
const numbers: Read = (cell) => (list(cell) as string[]).map(number)
const yesNo: Read = (cell) => ({ true: true, yes: true, false: false, no: false })[cell.toLowerCase()] ?? cell

type Column = [path: string, read: Read]

const common: Record<string, Column> = {
  key: ['key', text],
  organisationId: ['organisation.id', text],
  organisationName: ['organisation.name', text],
  organisationCountry: ['organisation.country', text],
  organisationKind: ['organisation.kind', text],
  type: ['content.type', text],
  language: ['content.originalLanguage', text],
  marketKeywords: ['content.keywords.market', list],
  technologyKeywords: ['content.keywords.technology', list],
  sector: ['content.sector', text],
  ipc: ['content.ipc', list],
  sdgs: ['content.sdgs', numbers],
  dealTypes: ['content.dealTypes', list],
  territories: ['content.territories', list],
  partnerKinds: ['content.partnerKinds', list],
  anonymous: ['content.anonymous', yesNo],
}

/** Columns by the field that they fill. Money is in minor units. */
export const columns: Record<Kind, Record<string, Column>> = {
  offers: {
    ...common,
    trl: ['content.trl', number],
    stage: ['content.stage', text],
    ipStatus: ['content.ip.status', text],
    priceMin: ['content.price.min', number],
    priceMax: ['content.price.max', number],
    priceCurrency: ['content.price.currency', text],
  },
  needs: {
    ...common,
    minimumTrl: ['content.minimumTrl', number],
    budgetMin: ['content.budget.min', number],
    budgetMax: ['content.budget.max', number],
    budgetCurrency: ['content.budget.currency', text],
    responseDeadline: ['content.responseDeadline', text],
    responseDeadlineZone: ['content.responseDeadlineZone', text],
  },
}

/** `title` is the one in the original language, `title.en` a translation. */
const textColumn = /^(title|summary|description|advantages)(?:\.([A-Za-z0-9-]+))?$/

export const knownColumn = (name: string, as: Kind) => Object.hasOwn(columns[as], name) || textColumn.test(name)

/** The import row of a CSV row. An empty cell is a field that is not there. */
export const rowOf = (cells: Record<string, string>, as: Kind): unknown => {
  const row = {}
  for (const [name, cell] of Object.entries(cells)) {
    if (cell === '') continue
    const [, part, language = cells.language ?? ''] = textColumn.exec(name) ?? []
    if (part) setAt(row, ['content', 'texts', language, part], cell)
    else setAt(row, columns[as][name]![0].split('.'), columns[as][name]![1](cell))
  }
  return row
}

const setAt = (target: Record<string, any>, [name, ...rest]: string[], value: unknown): void => {
  if (rest.length === 0) {
    target[name!] = value
    return
  }
  target[name!] ??= {}
  setAt(target[name!], rest, value)
}
