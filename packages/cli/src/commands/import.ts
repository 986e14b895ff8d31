import { existsSync, readFileSync } from 'node:fs'
import { organisation, replaceTexts } from '@techbridge/contracts'
import { toPlainLine } from '@techbridge/plain-text'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { connectionOf, signIn } from '../connection.ts'
import { explain, Failure } from '../failure.ts'
import { mappings } from '../import/mappings/index.ts'
import { columns } from '../import/read/csv-columns.ts'
import { formatOf, formats, sizeOf } from '../import/read/index.ts'
import { kinds } from '../import/record.ts'
import { importFile } from '../import/run.ts'
import { count } from '../options.ts'
import { importSummary } from '../show/import-summary.ts'
import { showProgress } from '../show/progress.ts'

const help = `
Formats, by the name of the file or --format:
  ndjson  one JSON document a line (.ndjson, .jsonl)
  csv     with a header of these columns; lists are separated by semicolons, money is in minor units
          offers: ${Object.keys(columns.offers).join(', ')}
          needs:  ${Object.keys(columns.needs).join(', ')}
          texts:  title, summary, description, advantages; title.en and so on for translations
  json    one array of records (.json)

Mappings:
  plain        a record is {"key", "organisation"?, "content"}, or the fields of the content beside "key"
  nasa         the software catalogue of code.nasa.gov (offers)
  sbir-needs   topics of the US SBIR programme (needs)
  sbir-offers  abstracts of the US SBIR programme (offers)

Repeat an interrupted import to continue it: rows that are done in its report are skipped.
Exit code: 0 all rows accepted, 1 some refused, 2 the import could not finish.`

const readOrganisation = (given: string) => {
  try {
    const value = JSON.parse(existsSync(given) ? readFileSync(given, 'utf8') : given)
    return organisation.parse(replaceTexts(organisation, value, toPlainLine))
  } catch {
    throw new InvalidArgumentError(
      'It must be JSON, or a file of it, such as {"id":"my-institute","name":"My Institute","country":"CN","kind":"university"}.',
    )
  }
}

const couldNotFinish = 2

export const importCommand = (program: Command, exitWith: (code: number) => void) =>
  program
    .command('import')
    .description('Import offers or needs from a file, with a report of every row')
    .argument('<file>', 'NDJSON, CSV or a JSON array')
    .addOption(new Option('--as <kind>', 'what the rows are').choices(kinds).makeOptionMandatory())
    .addOption(new Option('--mapping <name>', 'what the file holds').choices(Object.keys(mappings)).default('plain'))
    .addOption(new Option('--format <format>', 'if the name of the file does not say it').choices(formats))
    .option('--encoding <name>', 'encoding of the file, such as gb18030', 'utf-8')
    .option('--organisation <json>', 'organisation of rows that name none: JSON or a file', readOrganisation)
    .requiredOption('--request <text>', 'how and when the owners asked for the import; kept in the history')
    .option('--publish', 'publish at once', false)
    .option('--report <file>', 'where to report every row (default: FILE.report.ndjson)')
    .option('--batch <n>', 'rows per request', count(1, 500), 200)
    .option('--wait <seconds>', 'how long to wait for an unavailable server', count(0, 86_400), 60)
    .addHelpText('after', help)
    .action(async (file: string, options, command: Command) => {
      const connection = connectionOf(command)
      const report = options.report ?? `${file}.report.ndjson`
      const interrupt = new AbortController()
      const stop = () => interrupt.abort()
      process.once('SIGINT', stop).once('SIGTERM', stop)
      try {
        const format = options.format ?? formatOf(file)
        const progress = showProgress(await sizeOf(file))
        const summary = await importFile({
          ...options,
          client: await signIn(connection, 'officer'),
          file,
          format,
          report,
          progress: progress.to,
          patience: {
            limitMs: options.wait * 1000,
            stop: interrupt.signal,
            waiting: (error, pauseMs) =>
              progress.note(`${explain(error, connection.url)} Trying again in ${Math.ceil(pauseMs / 1000)} s.`),
          },
        }).finally(progress.stop)
        console.log(importSummary(summary, report))
        if (summary.broke) {
          throw new Failure(
            `\nNot finished. ${explain(summary.broke, connection.url)}\nWhat is done is in the report: repeat the import to continue from there.`,
          )
        }
        exitWith(summary.refused > 0 ? 1 : 0)
      } catch (error) {
        throw new Failure(explain(error, connection.url), { exitCode: couldNotFinish })
      } finally {
        process.off('SIGINT', stop).off('SIGTERM', stop)
      }
    })
