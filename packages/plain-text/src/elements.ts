const words = (list: string) => new Set(list.split(' '))

/** Stand on lines of their own, with a blank line around them. */
export const paragraphs = words('p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre hr figure article section address')

/** Begin and end a line. */
export const lines = words(
  'div li dt dd tr br caption figcaption header footer main nav aside form fieldset legend center title body html thead tbody tfoot details summary option dir menu multicol',
)

export const cells = words('td th')

/** What stands between their tags is no text. */
export const dropped = words('script style head xml template iframe object rp annotation svg noembed')

/** Words that people also put in angle brackets as placeholders or type arguments: tags only with attributes or an end tag. */
const alsoWords = words(
  'title time data object output input map source var code label link form summary section address select option param picture video audio template slot menu dialog button table track area base meta main image body head header footer article aside details figure nav ruby mark meter progress search text big small center dir menu content element',
)

const phrases = words(
  'a abbr acronym b bdi bdo big blink cite del dfn em font i ins kbd marquee nobr q rb rt rtc s samp span strike strong sub sup tt u wbr img col colgroup optgroup textarea embed frame applet math noscript noframes frameset basefont bgsound canvas datalist hgroup isindex keygen listing plaintext portal shadow spacer xmp mstyle mrow mi mn mo mfrac msqrt msup msub msubsup mtext mover munder semantics',
)

/** Elements of Word, Excel and Outlook have a prefix: `o:p`, `st1:City`, `w:WordDocument`, `v:shape`, `m:oMath`. */
const ofOffice = /^(?:o|v|w\d*|m|x|st\d+|wp|pic|dc|u\d):[a-z]\w*$/

const known = (name: string) =>
  paragraphs.has(name) ||
  lines.has(name) ||
  cells.has(name) ||
  dropped.has(name) ||
  alsoWords.has(name) ||
  phrases.has(name) ||
  ofOffice.test(name)

const needsNoEnd = words('p br hr li td th tr dt dd img wbr col thead tbody tfoot')

/** What an element's name says about whether a bare `<name>` is a tag. */
export type Naming = 'unknown' | 'tag' | 'phrase' | 'word'

/** `phrase`: a tag, unless it hangs on a word without an end tag, as in `List<A>`. `word`: a tag only with attributes or an end tag. */
export const namingOf = (name: string): Naming => {
  if (!known(name)) return 'unknown'
  if (alsoWords.has(name)) return 'word'
  return needsNoEnd.has(name) || name.includes(':') || /^h[1-6]$/.test(name) ? 'tag' : 'phrase'
}

/** Attributes that may stand without a value. */
export const booleanAttributes = words(
  'allowfullscreen async autofocus autoplay checked compact controls declare default defer disabled download formnovalidate hidden inert ismap itemscope loop multiple muted nohref nomodule noresize noshade novalidate nowrap open playsinline readonly required reversed selected contenteditable draggable',
)
