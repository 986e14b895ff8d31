export const languages = ['en', 'zh', 'th', 'vi', 'lo', 'km', 'my', 'id'] as const
export type Language = (typeof languages)[number]

/** A thing that technologies are about, by whatever name. `broader` names the concept that this one is a kind or part of. */
export interface Concept {
  id: string
  broader?: string
  phrases: Partial<Record<Language, string[]>>
}

/**
 * Reads a table of concepts, one a line: `id < broader | en phrase, phrase | zh phrase | …`. A language may be left out. A
 * phrase all in capitals is only found in capitals ("AI" is a word in Vietnamese, "LED" one in English).
 */
export const table = (lines: string): Concept[] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [head, ...cells] = line.split('|').map((cell) => cell.trim())
      const [id, broader] = head!.split(/\s*<\s*/)
      const phrases: Concept['phrases'] = {}
      for (const cell of cells) {
        const [, language, list] = /^(\w\w)\s+(.+)$/.exec(cell) ?? []
        if (!languages.includes(language as Language)) throw new Error(`Concept ${id}: no language in "${cell}"`)
        phrases[language as Language] = list!.split(/\s*,\s*/)
      }
      return { id: id!, ...(broader && { broader }), phrases }
    })
