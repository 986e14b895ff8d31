import { profileApi } from '../profiles/http.ts'
import { offerAbstract, offerContent, offerType } from './content.ts'

export const offersApi = profileApi('offer', 'provider', offerType, offerContent, offerAbstract)
