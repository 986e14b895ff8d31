import { pinyin } from 'pinyin-pro'

/** How ü is written in letters without marks. */
const umlaut = ['u', 'v', 'yu']

/** Spellings without tones of what a Chinese character may be read as. */
export const readingsOf = (character: string): string[] =>
  pinyin(character, { multiple: true, toneType: 'none', type: 'array' })
    .flatMap((one) => (one.includes('ü') ? umlaut.map((letters) => one.replace('ü', letters)) : [one]))
    // The province of 陕西 is told from that of 山西 by its spelling.
    .concat(character === '陕' || character === '陝' ? ['shaan'] : [])
    .filter((one) => /^[a-z]+$/.test(one))
