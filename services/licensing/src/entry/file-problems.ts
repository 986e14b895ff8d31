import { message, messageAt } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { FileError } from '@techbridge/files'
import { HttpProblem } from '@techbridge/http'

const inBody = (said: Parameters<typeof messageAt>[1]) => ({ errors: [messageAt('body', said)] })

/** What a caller is told of trouble with a file. Damage is a fault of ours, and stays what it is. */
const problemOf = ({ trouble }: FileError, parts: number): Error | undefined => {
  switch (trouble) {
    case 'missing':
    case 'finished':
    case 'expired':
    case 'exists':
      return new DomainError('conflict', message('upload-over'))
    case 'no-such-part': {
      const said = message('upload-no-such-part', { parts })
      return new HttpProblem(404, said, {
        errors: [messageAt('path.number', message('field.too-large', { most: parts }))],
      })
    }
    case 'part-too-long':
      return new HttpProblem(413, message('upload-part-too-long'), inBody(message('upload-part-too-long')))
    case 'part-too-short':
      return new HttpProblem(422, message('upload-part-too-short'), inBody(message('upload-part-too-short')))
    case 'part-digest':
      return new HttpProblem(422, message('upload-part-digest'), inBody(message('upload-part-digest')))
    case 'type':
      return new HttpProblem(422, message('upload-other-type'), inBody(message('upload-other-type')))
    case 'digest':
      return new HttpProblem(422, message('upload-other-content'))
    case 'part-differs':
      return new DomainError('conflict', message('upload-part-differs'), { allowed: ['cancel'] })
    case 'incomplete':
      return new DomainError('conflict', message('upload-incomplete'), { allowed: ['cancel'] })
    case 'erased':
      return new HttpProblem(410, message('document-erased'))
    default:
      return undefined
  }
}

/** Does work on a file; trouble with it is told in terms of the request. */
export const tellingOfFiles = async <T>(work: () => Promise<T>, parts = 1): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw (error instanceof FileError && problemOf(error, parts)) || error
  }
}
