import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const families = {
  'Noto Sans': 'noto-sans/{weight}/NotoSans_{weight}.ttf',
  'Noto Sans SC': 'noto-sans-sc/{weight}/NotoSansSC_{weight}.ttf',
  'Noto Sans Thai': 'noto-sans-thai/{weight}/NotoSansThai_{weight}.ttf',
  'Noto Sans Lao': 'noto-sans-lao/{weight}/NotoSansLao_{weight}.ttf',
  'Noto Sans Khmer': 'noto-sans-khmer/{weight}/NotoSansKhmer_{weight}.ttf',
  'Noto Sans Myanmar': 'noto-sans-myanmar/{weight}/NotoSansMyanmar_{weight}.ttf',
}

export const fontFamilies = Object.keys(families)

const files = Object.values(families).flatMap((path) =>
  ['400Regular', '700Bold'].map((weight) => `@expo-google-fonts/${path.replaceAll('{weight}', weight)}`),
)
const compiler = '@myriaddreamin/typst-ts-node-compiler'

const found = (file: string) => {
  try {
    return require.resolve(file)
  } catch {
    return undefined
  }
}

/** Packages that are needed to set a page and are not installed. */
export const missingPackages = (): string[] => [
  ...new Set([compiler, ...files].filter((file) => !found(file)).map((file) => file.split('/', 2).join('/'))),
]

/** The fonts, about 25 MB. */
export const fontBlobs = (): Buffer[] => files.map((file) => readFileSync(require.resolve(file)))
