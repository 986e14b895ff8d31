import { profileApi } from '../profiles/http.ts'
import { needAbstract, needContent, needType } from './content.ts'

export const needsApi = profileApi('need', 'seeker', needType, needContent, needAbstract)
