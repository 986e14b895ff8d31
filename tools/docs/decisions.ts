import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Decision {
  file: string
  /** As in the file's name, which orders the index. */
  number: number
  title: string
  status: string
  date: string
}

const sections = ['Context', 'Decision', 'Alternatives', 'Consequences']
const statuses = ['proposed', 'accepted', 'superseded', 'rejected']
const statusLine = new RegExp(`^Status: (${statuses.join('|')}), (\\d{4}-\\d{2}-\\d{2})\\.`, 'm')

/** The architecture decisions in a folder, in order, and what is wrong with their form. */
export const readDecisions = (folder: string): { decisions: Decision[]; problems: string[] } => {
  const problems: string[] = []
  const decisions: Decision[] = []
  for (const file of readdirSync(folder).sort()) {
    if (file === 'README.md' || !file.endsWith('.md')) continue
    const text = readFileSync(join(folder, file), 'utf8')
    const found = (problem: string) => problems.push(`docs/adr/${file}: ${problem}`)
    const number = Number(/^\d{4}(?=-)/.exec(file)?.[0])
    const [, heading, title = ''] = /^# (\d+)\. (.+)$/m.exec(text) ?? []
    const [, status = '', date = ''] = statusLine.exec(text) ?? []
    if (Number.isNaN(number)) found('name it NNNN-title.md')
    if (Number(heading) !== number) found(`the first heading must be "# ${number || 'N'}. Title"`)
    if (!status || Number.isNaN(Date.parse(date)))
      found(`write "Status: accepted, YYYY-MM-DD." below the heading (${statuses.join(', ')})`)
    for (const section of sections)
      if (!text.includes(`\n## ${section}\n`)) found(`the section "## ${section}" is missing`)
    if (decisions.some((other) => other.number === number)) found(`another decision has the number ${number}`)
    decisions.push({ file, number, title, status, date })
  }
  return { decisions, problems }
}

/** The index of the decisions, newest last. */
export const decisionIndex = (folder: string) =>
  `# Decisions

Decisions that someone may question, each with its alternatives. A changed mind gets a new record, and the old one says
which. Generated from the files by \`npm run docs\`.

| No. | Decision | Status | Date |
| --- | --- | --- | --- |
${readDecisions(folder)
  .decisions.map(({ file, number, title, status, date }) => `| ${number} | [${title}](${file}) | ${status} | ${date} |`)
  .join('\n')}
`
