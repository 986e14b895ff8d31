import { profileApi } from '../profiles/http.ts'
import { offerAbstract, offerContent, offerType, writtenOffer } from './content.ts'

export const offersApi = profileApi('offer', 'provider', offerType, {
  content: offerContent,
  written: writtenOffer,
  abstract: offerAbstract,
})
