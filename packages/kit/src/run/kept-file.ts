import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What the file holds; made and kept, for this user alone, when it is not there. A crash leaves the whole file or none. */
export const keptFile = async (file: string, make: () => string | Promise<string>): Promise<string> => {
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const content = await make()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, content, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return content
}
