import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Documents = Record<string, () => string>

/** Paths of the documents whose file under `root` is missing or says something else. */
export const staleDocuments = (documents: Documents, root: string) =>
  Object.entries(documents)
    .filter(([path, text]) => {
      const file = join(root, path)
      return !existsSync(file) || readFileSync(file, 'utf8') !== text()
    })
    .map(([path]) => path)

export const writeDocuments = (documents: Documents, root: string) => {
  for (const [path, text] of Object.entries(documents)) {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text())
  }
}
