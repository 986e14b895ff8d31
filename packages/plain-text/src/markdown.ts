/** A target is an address or a file: `f[i](x)` and `[Fe](OH)` have none. */
const target =
  '<[^<>\\n]{1,2000}>|<?(?:[a-z][a-z0-9+.-]{1,20}:[^\\s()<>]|/|#|\\.{1,2}/|www\\.|[^\\s()<>:]{1,200}\\.(?:png|jpe?g|gif|svg|webp|html?|md|pdf|docx?|php|aspx?)\\b)(?:[^\\s()<>]|\\([^\\s()<>]*\\))*>?'
const title = '(?:\\s{1,5}(?:"[^"\\n]*"|\'[^\'\\n]*\'))?'
const label = '((?:[^\\[\\]\\n]|\\n(?!\\n)|\\[[^\\[\\]\\n]{0,200}\\]){0,500})'
const image = new RegExp(
  `!\\[([^\\[\\]\\n]{0,500})\\]\\(\\s{0,5}(?:${target}|[^\\s()<>]{0,2000})${title}\\s{0,5}\\)`,
  'gi',
)
const link = new RegExp(`(?<![\\w\\]])\\[${label}\\]\\(\\s{0,5}(${target})${title}\\s{0,5}\\)`, 'gi')
/** Also where the definition of the image was lost. */
const imageByName = /!\[([^[\]\n]{0,500})\]\[[^[\]\n]{0,200}\]/g
const linkToNothing = /(?<![\w\]])\[([^[\]\n]{1,500})\]\([ \t]{0,9}\)/g
const definition =
  /^ {0,3}\[([^[\]\n]{1,200})\]:\s{1,5}<?(?:https?:|mailto:|ftp:|www\.|\/)\S*(?:\s{1,5}"[^"\n]*")?[ \t]*\n?/gim
const strongOrEmphasis = /(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{0,499}[^\s*])\1(?![\w*])/g
const underscored = /(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]{0,499}[^\s_])\1(?!\w)/g
const struck = /(?<![\w~])~~(?=[^\s~])([^~\n]{0,499}[^\s~])~~(?![\w~])/g
const code = /(?<![`\w])(`{1,2})(?=[^`])([^`\n]{1,500})\1(?![`\w])/g
const heading = /^ {0,3}#{1,6}[ \t]+(?=\S)([^\n]*)$/gm
const fence = /^[ \t]{0,3}(?:```|~~~)[ \t]{0,9}[\w+-]{0,40}[ \t]{0,9}\n/gm
const lastFence = /^[ \t]{0,3}(?:```|~~~)[ \t]{0,9}$/gm
const rule = /^ {0,3}(?:-{3,}|={3,}|\*{3,}|_{3,}|(?:\* ){2,9}\*)[ \t]{0,9}$/gm
const autolink = /<((?:https?|ftp):\/\/[^\s<>]+)>/gi

/** Removes Markdown that cannot be anything else. A link keeps its label, an image its alternative text. */
export const stripMarkdown = (text: string): string => {
  let rest = text
  if (rest.includes(']('))
    rest = rest.replaceAll(image, '$1').replaceAll(link, linkText).replaceAll(linkToNothing, '$1')
  if (rest.includes(']:')) rest = withoutDefinitions(rest)
  if (rest.includes('][')) rest = rest.replaceAll(imageByName, '$1')
  if (rest.includes('<')) rest = rest.replaceAll(autolink, '$1')
  if (rest.includes('*')) rest = rest.replaceAll(strongOrEmphasis, emphasised)
  if (rest.includes('_')) rest = rest.replaceAll(underscored, (all, _, inner) => (/[^\w.-]/.test(inner) ? inner : all))
  if (rest.includes('~~')) rest = rest.replaceAll(struck, '$1')
  if (rest.includes('```') || rest.includes('~~~')) rest = rest.replaceAll(fence, '').replaceAll(lastFence, '')
  if (rest.includes('`')) rest = rest.replaceAll(code, '$2')
  if (rest.includes('#')) rest = rest.replaceAll(heading, (_, inner: string) => withoutClosingHashes(inner))
  if (/[-=*_]{3}|\* \*/.test(rest)) rest = withoutTableRules(rest).replaceAll(rule, '')
  return rest
}

/** A link without a label is known by its address. */
const linkText = (_: string, inner: string, address: string) =>
  inner.trim() === '' ? address.replaceAll(/^<|>$/g, '') : inner

/** `*E. coli*` is emphasis; `*p = *q`, `5 *x* y` with operators beside it, and marks of notes are not. */
const emphasised = (all: string, stars: string, inner: string) =>
  stars.length > 1 ||
  (/^[\p{L}\p{N}"“(]/u.test(inner) && /[\p{L}\p{M}\p{N}.!?)"”%]$/u.test(inner) && /\p{L}{2}/u.test(inner))
    ? inner
    : all

const withoutClosingHashes = (inner: string) => {
  let end = inner.trimEnd().length
  const whole = end
  while (inner[end - 1] === '#') end -= 1
  return end < whole && /[ \t]/.test(inner[end - 1] ?? ' ') ? inner.slice(0, end).trimEnd() : inner
}

/** `[label][1]` with `[1]: https://…` below. */
const withoutDefinitions = (text: string): string => {
  const defined = new Set<string>()
  for (const [, name = ''] of text.matchAll(definition)) defined.add(name.toLowerCase())
  if (defined.size === 0) return text
  return text
    .replaceAll(definition, '')
    .replaceAll(/!?\[([^[\]\n]{1,500})\] ?\[([^[\]\n]{0,200})\]/g, (all, inner, name) =>
      defined.has((name || inner).toLowerCase()) ? inner : all,
    )
}

/** The line under a table's head, and the bars around its rows. */
const withoutTableRules = (text: string): string => {
  if (!text.includes('|')) return text
  const rows = text.split('\n')
  if (!rows.some(isTableRule)) return text
  return rows
    .filter((row) => !isTableRule(row))
    .map((row) => {
      const inner = row.trim()
      return inner.length > 1 && inner.startsWith('|') && inner.endsWith('|') ? inner.slice(1, -1).trim() : row
    })
    .join('\n')
}

const isTableRule = (row: string) => row.includes('|') && row.includes('---') && /^[\s|:-]+$/.test(row)
