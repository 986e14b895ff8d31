import { profileKind, searchApi, searchOrder } from '@techbridge/contracts'
import { type Command, Option } from 'commander'
import { connectionOf, visit } from '../connection.ts'
import { count, each, list } from '../options.ts'
import { hitList } from '../show/hit-list.ts'

export const searchCommand = (program: Command) =>
  program
    .command('search')
    .description('Search what is published; without a query, the newest')
    .argument(
      '[query...]',
      'words in any language, \'"a phrase"\' or, after --, -word and \'-"a phrase"\' to leave out',
    )
    .addOption(new Option('--kind <kind>', 'only offers or only needs').choices(profileKind.options))
    .option('--lang <tag>', 'language of the query, and the one wanted for titles')
    .option('--country <codes>', 'countries of the organisation, such as CN,VN', list)
    .option('--sector <letters>', 'ISIC sections, such as A,C', list)
    .option('--deal-type <types>', 'deal types, such as option,knowHow', list)
    .option('--ip-status <states>', 'none, secretKnowHow, applied, granted', list)
    .option('--organisation <ids>', 'organisations, by their ids', list)
    .option('--ipc <symbols>', 'sections, classes or groups of the IPC or CPC, such as A01,C05F', list)
    .option('--sdg <numbers>', 'Sustainable Development Goals, 1 to 17', list)
    .option('--territory <codes>', 'where rights are offered or wanted, such as VN,WORLD', list)
    .option('--published-from <day>', 'first day of publication, such as 2026-11-01')
    .option('--published-to <day>', 'last day of publication')
    .option('--language <tags>', 'languages that the profile has a text in', list)
    .option('--patent <number>', 'offers that list this patent, in any spelling; may be given several times', each)
    .option('--trl-min <n>', 'readiness level from', count(1, 9))
    .option('--trl-max <n>', 'readiness level up to', count(1, 9))
    .addOption(new Option('--deadline <state>', 'open: no needs whose response deadline has passed').choices(['open']))
    .addOption(
      new Option('--sort <order>', 'relevance where there are words, else newest').choices(searchOrder.options),
    )
    .option('--limit <n>', 'how many at most', count(1, 100), 10)
    .action(async (words: string[], filters, command: Command) => {
      const query = { ...filters, ...(words.length > 0 && { q: words.join(' ') }) }
      const { body } = await visit(connectionOf(command)).call(searchApi.search, { query })
      console.log(hitList(body))
    })
