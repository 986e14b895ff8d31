/** Zeros of the decimal digits of scripts in use here: Arabic, Persian, Devanagari, Thai, Lao, Burmese, Shan, Khmer, full-width. */
const zeros = [0x660, 0x6f0, 0x966, 0xe50, 0xed0, 0x1040, 0x1090, 0x17e0, 0xff10]

const digit = (character: string) => {
  const code = character.charCodeAt(0)
  const zero = zeros.find((first) => code >= first && code < first + 10)
  return zero === undefined ? character : String(code - zero)
}

/** Digits of every script and full-width signs as the ASCII ones, each in its place. */
export const asAscii = (text: string): string =>
  text
    .replace(
      /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u1090-\u1099\u17e0-\u17e9\uff10-\uff19]/g,
      digit,
    )
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
