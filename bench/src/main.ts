import { postOffer } from './post-offer.ts'
import { publishToMatch } from './publish-to-match.ts'

await postOffer()
await publishToMatch()
