import { openE5 } from './e5/e5-embedder.ts'
import { readMeans } from './e5/means-file.ts'
import { modelFolder } from './e5/model-folder.ts'
import type { Embedder } from './embedder.ts'
import { centred } from './means.ts'
import { type OpenAiOptions, openOpenAi } from './openai/openai-embedder.ts'

/** The model of a server, or the one in a folder. Fails with `NoModel` where there is none or it does not run. */
export const openEmbedder = async (
  chosen: { server: OpenAiOptions } | { folder?: string | undefined },
): Promise<Embedder> => {
  if ('server' in chosen) return centred(openOpenAi(chosen.server))
  const folder = modelFolder(chosen.folder)
  const raw = await openE5(folder)
  return centred(raw, readMeans(folder, raw.model))
}
