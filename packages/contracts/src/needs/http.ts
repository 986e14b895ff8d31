import { profileApi } from '../profiles/http.ts'
import { needAbstract, needContent, needType, writtenNeed } from './content.ts'

export const needsApi = profileApi('need', 'seeker', needType, {
  content: needContent,
  written: writtenNeed,
  abstract: needAbstract,
})
