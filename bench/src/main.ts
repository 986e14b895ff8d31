import { elasticIndex } from './elastic-index.ts'
import { kafkaBus } from './kafka-bus.ts'
import { mongoStore } from './mongo-store.ts'
import { postOffer } from './post-offer.ts'
import { publishToMatch, publishToMatchOnCluster } from './publish-to-match.ts'

await postOffer()
await publishToMatch()
await mongoStore()
await elasticIndex()
await kafkaBus()
await publishToMatchOnCluster()
