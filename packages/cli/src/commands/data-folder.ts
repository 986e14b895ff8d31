import type { Command } from 'commander'
import { Failure } from '../failure.ts'

type Commands = typeof import('@techbridge/process/data-folder')

interface Options {
  data: string
}

/** Loaded only where it is used: other commands need no databases. Refusals are printed unchanged. */
const withData = async (work: (commands: Commands) => Promise<void>) => {
  const commands = await import('@techbridge/process/data-folder')
  try {
    await work(commands)
  } catch (error) {
    if (error instanceof Error && ('code' in error || !(error instanceof TypeError)))
      throw new Failure(error.message, { cause: error })
    throw error
  }
}

const withFolder = (command: Command) =>
  command.option('--data <folder>', 'the data folder', process.env.DATA_DIR ?? '.techbridge')

const megabytes = (files: { bytes: number }[]) =>
  (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000).toFixed(1)

export const backupCommand = (program: Command) =>
  withFolder(program.command('backup'))
    .description('Copy the data folder to a new folder, also while Techbridge is running')
    .argument('<folder>', 'target; must be empty or not exist')
    .action(async (folder: string, { data }: Options) => {
      await withData(async ({ backUp }) => {
        const { files, at } = await backUp(data, folder)
        console.log(`Backed up ${data} as of ${at} to ${folder}: ${files.length} files, ${megabytes(files)} MB.`)
      })
    })

export const restoreCommand = (program: Command) =>
  withFolder(program.command('restore'))
    .description('Create a data folder from a backup, on this machine or another')
    .argument('<backup>', 'folder of the backup')
    .action(async (backup: string, { data }: Options) => {
      await withData(async ({ restore }) => {
        const { at } = await restore(backup, data)
        console.log(`Restored ${backup}, as of ${at}, to ${data}. Start it with: npm start -- --data ${data}`)
      })
    })

export const upgradeCommand = (program: Command) =>
  withFolder(program.command('upgrade'))
    .description('Bring the data folder of an earlier version to this one, while Techbridge is stopped')
    .action(async ({ data }: Options) => {
      await withData(async ({ upgrade, currentFormat }) => {
        const done = await upgrade(data)
        for (const { to, what } of done) console.log(`Format ${to}: ${what}.`)
        console.log(`${data} has format ${currentFormat}${done.length === 0 ? ' already' : ''}.`)
      })
    })

export const moveCommand = (program: Command) =>
  withFolder(program.command('move'))
    .description('Write the data of a stopped system into empty engines: KAFKA_BROKERS and MONGODB_URI')
    .action(async ({ data }: Options) => {
      await withData(async ({ move }) => {
        const { documents, events, deadLetters } = await move(data)
        console.log(`Moved ${documents} documents and ${events} events, and compared them.`)
        if (deadLetters > 0) console.log(`${deadLetters} dead letters stay in ${data}.`)
        console.log(
          `Start the services with SECRET as it stands in ${data}/secret, then run: techbridge rebuild search; techbridge rebuild matching`,
        )
      })
    })
