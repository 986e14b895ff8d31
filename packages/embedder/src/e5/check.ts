import { cosine } from '../vectors.ts'
import { openE5 } from './e5-embedder.ts'
import reference from './reference.json' with { type: 'json' }

/** What the program of the package makes of sentences in nine ways to write. */
const vectorOf = (base64: string) =>
  Float32Array.from(new Float16Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer))

const leastCosine = 0.99

/** Fails when the model in the folder says otherwise than the package it was made from; gives the least cosine. */
export const checkModel = async (folder: string): Promise<number> => {
  const raw = await openE5(folder)
  try {
    const vectors = await raw.embed(
      reference.map(({ text }) => text),
      'passage',
    )
    const cosines = vectors.map((vector, place) => cosine(vector, vectorOf(reference[place]?.vector ?? '')))
    const least = Math.min(...cosines)
    if (!(least >= leastCosine)) throw new Error(`the converted model differs from its origin: a cosine is ${least}`)
    return least
  } finally {
    await raw.close()
  }
}
