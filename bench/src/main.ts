import { concepts } from './concepts/concepts.ts'
import { edits } from './edits.ts'
import { elasticIndex } from './elastic-index.ts'
import { bulkImport } from './import.ts'
import { instances } from './instances.ts'
import { kafkaBus } from './kafka-bus.ts'
import { mongoStore } from './mongo-store.ts'
import { postOffer } from './post-offer.ts'
import { publishToMatch, publishToMatchOnCluster } from './publish-to-match.ts'
import { languages } from './quality/languages.ts'
import { quality } from './quality/quality.ts'
import { train } from './quality/train.ts'
import { scale } from './scale/scale.ts'
import { stalls } from './stalls.ts'

const benchmarks: Record<string, () => Promise<void>> = {
  'post-offer': postOffer,
  edits,
  'publish-to-match': publishToMatch,
  'mongo-store': mongoStore,
  'elastic-index': elasticIndex,
  'kafka-bus': kafkaBus,
  'publish-to-match-on-cluster': publishToMatchOnCluster,
  quality,
  languages,
  concepts,
  stalls,
  import: bulkImport,
  scale,
  instances,
}

/** What is not measured but made; only where it is named. */
const makers: Record<string, () => Promise<void>> = { train }

/** All, or those that are named. */
const wanted = process.argv.slice(2)
const known = { ...benchmarks, ...makers }
const unknown = wanted.filter((name) => !Object.hasOwn(known, name))
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(known).join(', ')}.`)
  process.exit(2)
}
for (const [name, run] of Object.entries(known))
  if (wanted.length === 0 ? Object.hasOwn(benchmarks, name) : wanted.includes(name)) await run()
