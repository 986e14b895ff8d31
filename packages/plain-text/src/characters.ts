const ligatures: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }

/** What the bytes 80–9F mean in Windows-1252, which is what those who wrote them meant. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The letters A–Z and a–z of the font Symbol, which Word keeps as private-use characters. */
const symbolLetters = {
  upper: 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ',
  lower: 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ',
}
const symbolSigns: Record<number, string> = {
  ...{ 34: '∀', 36: '∃', 39: '∋', 42: '∗', 45: '−', 64: '≅', 92: '∴', 94: '⊥', 96: '‾', 126: '∼' },
  ...{ 163: '≤', 164: '⁄', 165: '∞', 171: '↔', 172: '←', 173: '↑', 174: '→', 175: '↓', 176: '°', 177: '±', 178: '″' },
  ...{ 179: '≥', 180: '×', 181: '∝', 182: '∂', 184: '÷', 185: '≠', 186: '≡', 187: '≈', 188: '…', 197: '⊕', 198: '∅' },
  ...{ 199: '∩', 200: '∪', 206: '∈', 208: '∠', 209: '∇', 213: '∏', 214: '√', 215: '⋅', 224: '→', 229: '∑', 242: '∫' },
  ...{ 251: '✗', 252: '✓' },
}

/** Other signs are pictures, which Word uses as bullets. */
const ofSymbolFont = (character: string): string => {
  const code = character.charCodeAt(0) - 0xf000
  if (code >= 0x41 && code <= 0x5a) return symbolLetters.upper[code - 0x41] as string
  if (code >= 0x61 && code <= 0x7a) return symbolLetters.lower[code - 0x61] as string
  return symbolSigns[code] ?? (code < 0x7f ? String.fromCharCode(code) : '•')
}

/** Bullets of Word's fonts and of PDFs at the beginning of a line. `o`, `§` and `Ø` are bullets with the space that Word puts after them. */
const bullets =
  /^([ \t]*)(?:[\uf020-\uf0ff\u25cf\u25aa\u25a0\u25e6]+[ \t\u00a0]*|\(cid:(?:12[79]|13[0-9]|183|190)\)[ \t]*|·[ \t\u00a0]+|[§Øo](?:[ \t]*\u00a0[ \t\u00a0]*|\t[ \t]*| {3,}))(?=\S)/gm

/** A text of nothing but control characters is left unchanged, and refused. */
const saysSomething = /[^\s\0-\x1f\x7f-\x9f]/

/** Before anything else is read: other line breaks, and what Word and PDF readers use control characters for. */
export const normaliseControls = (text: string): string =>
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]/.test(text) && saysSomething.test(text)
    ? text
        .replaceAll(/\r\n?/g, '\n')
        // A field of Word: what is shown stands between 14 and 15.
        .replaceAll(/\x13[^\x13-\x15]*\x14|\x13[^\x13-\x15]*\x15/g, '')
        .replaceAll(/[\x01\x05\x08\x13-\x15\ufdd0-\ufdef\ufffe\uffff]/g, '')
        .replaceAll('\x1e', '-')
        .replaceAll('\x1f', '\u00ad')
        .replaceAll('\x02', '\u00ad')
        .replaceAll(/[\x0b\x0c\u2028]/g, '\n')
        .replaceAll('\u2029', '\n\n')
        .replaceAll(/[\x80-\x9f]/g, (one) => windows1252[one.charCodeAt(0) - 0x80] as string)
    : text

const special =
  /(?:^|\n)[ \t]*[§Øo][ \t\u00a0]|[·\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202d\u202c\u2060-\u206f\ufb00-\ufb06\ufeff\ufffc\ue000-\uf8ff●▪■◦]|\(cid:|\ufff9|\ufffa|\ufffb|\udb40/

/** Characters that only look like others, or show nothing, as the plain ones. Those that a script needs stay. */
export const plainCharacters = (text: string): string => {
  if (!special.test(text)) return text
  const kept = text
    .replaceAll(bullets, '$1- ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ﬀ-ﬆ]/g, (one) => ligatures[one] as string)
    .replaceAll(/[\uf020-\uf0ff]/g, ofSymbolFont)
    // Embeddings, isolates and the override that changes nothing in text from left to right; invisible operators; the place of an object.
    .replaceAll(/[\u202a-\u202d\u2060-\u206f\ufeff\ufffc\ufff9-\ufffb]/g, '')
    .replaceAll(/(?<![\u{1f3f4}\u{e0020}-\u{e007e}])[\u{e0000}-\u{e007f}]+/gu, '')
  return withoutUselessJoiners(kept)
}

/** Scripts in which joiners choose the form of letters. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Lao}\p{Script=Thai}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u
/** Scripts that are written without spaces, where a zero-width space says where a line may break. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Tai_Tham}\p{Script=New_Tai_Lue}\p{Script=Tai_Le}]/u
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

const withoutUselessJoiners = (text: string): string => {
  const hasRightToLeft = rightToLeft.test(text)
  return text.replaceAll(/[\u200b-\u200f\u061c]+/g, (run, at: number) => {
    const beside = [lastOf(text, at), firstOf(text, at + run.length)]
    const kept = [...new Set(run)].filter((one) => {
      if (one === '\u200b') return beside.some((other) => unspaced.test(other))
      if (one === '\u200c' || one === '\u200d') return joining.test(beside[0] as string)
      return hasRightToLeft
    })
    return kept.join('')
  })
}

const lastOf = (text: string, end: number) => [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? ''
const firstOf = (text: string, start: number) => String.fromCodePoint(text.codePointAt(start) ?? 0x20)
