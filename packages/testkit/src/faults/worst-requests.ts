import { gzipSync } from 'node:zlib'
import { bodyLimits, offerContent } from '@techbridge/contracts'

/** A request that costs the server as much as one of its kind can. */
export interface WorstRequest {
  what: string
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
}

const json = { 'Content-Type': 'application/json' }
const ndjson = { 'Content-Type': 'application/x-ndjson' }
const { json: document, lines: allLines } = bodyLimits
const headerBytes = 15_000

const languages = ['zh', 'th', 'vi', 'lo', 'km', 'my', 'id', 'en', 'fr', 'de', 'ja', 'ko', 'ru', 'ta', 'hi', 'bn']
const sentence =
  '采用近红外光谱对榴莲干物质含量进行无损检测 <b>准确率</b> &amp; 96% a < b，适用于果园采收与包装厂分选；'
const filled = (length: number) => sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length)
const text = { title: filled(256), summary: filled(500), description: filled(4000), advantages: filled(2000) }

/** As large as an offer may be. */
const largestOffer = {
  ...(offerContent.meta()?.example as object),
  originalLanguage: 'zh',
  texts: Object.fromEntries(languages.map((language) => [language, text])),
  claims: Array.from({ length: 20 }, () => ({
    metric: filled(120),
    value: 1.5,
    unit: filled(40),
    conditions: filled(300),
  })),
}
const offer = JSON.stringify(largestOffer)
const escaped = offer.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Characters of the longest texts that are looked at: 32 times what they may have when they are plain. */
const longest = { title: 8_192, summary: 16_000, description: 128_000, advantages: 64_000 }

/** An offer about as large as a body may be, whose texts in this many languages repeat something and are just short enough to be processed. */
const offerOf = (repeated: string, count: number) => {
  const written = Buffer.byteLength(JSON.stringify(repeated)) - 2
  const bytes = (document - 5000) / count / 4
  const long = (most: number) =>
    repeated.repeat(Math.max(1, Math.floor(Math.min(bytes / written, most / repeated.length))))
  const one = Object.fromEntries(Object.entries(longest).map(([field, most]) => [field, long(most)]))
  const texts = Object.fromEntries(languages.slice(0, count).map((language) => [language, one]))
  return JSON.stringify({ ...(offerContent.meta()?.example as object), originalLanguage: 'zh', texts })
}

const fields = (count: number, value: string) =>
  `{${Array.from({ length: count }, (_, place) => `"f${place}":${value}`).join(',')}}`
const wrongTexts = fields(199, '{"title":1,"summary":2,"description":3,"advantages":4}')
const nest = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const lines = (line: string) => {
  const count = Math.min(500, Math.floor(allLines / (Buffer.byteLength(line) + 1)))
  return Array(count).fill(line).join('\n')
}
const row = (place: number) => JSON.stringify({ key: `row-${place}`, content: largestOffer })

const create = (what: string, body: WorstRequest['body'], headers = {}): WorstRequest => ({
  what: `POST an offer: ${what}`,
  path: '/v1/offers',
  headers: { ...json, ...headers },
  body,
})
const importing = (what: string, body: string): WorstRequest => ({
  what: `import: ${what}`,
  path: '/v1/offers/import',
  headers: ndjson,
  body,
})
const get = (what: string, path: string, headers?: Record<string, string>): WorstRequest => ({
  what: `GET: ${what}`,
  method: 'GET',
  path,
  headers,
})

const residues = [
  'ก<',
  '<b>',
  'x<td>',
  '<b ',
  '&amp;',
  '&',
  '&#x',
  '[',
  '![](',
  '](',
  '-\n',
  '<!--',
  '\u202e',
  '<p>x</p>\n',
  '*_`',
  `<a ${'x=1/'.repeat(30)}"`,
  `{${'mso-'.repeat(2000)}`,
  `·${' '.repeat(4000)}\n`,
  '㌖',
  'a',
  'ก',
]

/** What a provider can send: wide, deep, long and many of everything. */
export const worstRequests: WorstRequest[] = [
  create('the largest', offer),
  create('the largest, in escapes', escaped),
  create('40,000 fields', fields(40_000, '1')),
  create(
    'as many wrong fields as are looked at',
    `{"texts":${wrongTexts},"claims":[${Array(199).fill('{}').join(',')}]}`,
  ),
  create('500,000 levels', nest(document / 2)),
  ...residues.flatMap((repeated) =>
    [2, 16].map((count) =>
      create(`1 MiB of ${JSON.stringify(repeated).slice(0, 30)} in ${count} languages`, offerOf(repeated, count)),
    ),
  ),
  create('a name of 1 MiB', `{"${'n'.repeat(document - 10)}":1}`),
  create('a number of 1 MiB', `{"trl":${'9'.repeat(document - 10)}}`),
  create('1 MiB of backslashes', `{"type":"${'\\'.repeat(document - 12)}"}`),
  create('1 MiB of spaces', ' '.repeat(document)),
  create('1 GiB in gzip', gzipSync(Buffer.alloc(1024 * 1024 * 1024)), { 'Content-Encoding': 'gzip' }),
  importing('a line with 600,000 languages', `{"key":"a","content":{"texts":${fields(600_000, '1')}}}`),
  importing('lines of as many wrong fields as are looked at', lines(`{"key":"a","content":{"texts":${wrongTexts}}}`)),
  importing('lines of 2,000 small values', lines(`{"key":[${Array(190).fill('[1,2,3,4,5,6,7,8]').join(',')}]}`)),
  importing('lines of 1 MiB', lines(`"${'ก'.repeat((document - 2) / 3)}"`)),
  importing('8 MiB of line ends', '\n'.repeat(allLines)),
  importing('the largest offers', Array.from({ length: 20 }, (_, place) => row(place)).join('\n')),
  get('500 words to search for', `/v1/search?q=${'a%20'.repeat(250)}`),
  get('500 words of many concepts', `/v1/search?q=${encodeURIComponent(filled(500))}`),
  get('as many parameters as fit', `/v1/search?${'a&'.repeat(headerBytes / 2)}`),
  get('a parameter as often as fits', `/v1/search?${'country=TH&'.repeat(headerBytes / 11)}`),
  get('a cursor of nested lists', `/v1/offers?cursor=${Buffer.from(nest(375)).toString('base64url').slice(0, 1000)}`),
  get('a long path', `/v1/offers/${'a'.repeat(headerBytes)}`),
  get('a long Last-Event-ID', '/v1/stream', { 'Last-Event-ID': 'A'.repeat(headerBytes) }),
  get('a long token', '/v1/offers', { Authorization: `Bearer ${'a.'.repeat(headerBytes / 2)}` }),
  {
    what: 'POST an action: as many tags as fit',
    path: `/v1/offers/offer_${'0'.repeat(24)}/submit`,
    headers: {
      'If-Match': Array(headerBytes / 5)
        .fill('"1"')
        .join(', '),
    },
  },
  get('a list of the largest offers', '/v1/offers?limit=100'),
]
