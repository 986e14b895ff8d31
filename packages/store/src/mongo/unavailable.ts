import { Unavailable } from '@techbridge/port'
import { Error as MongooseErrors, mongo } from 'mongoose'

/**
 * Codes of the server that speak of its state, not of the command: no primary, going down, out of time, disk or memory,
 * no majority, a snapshot or cursor that is gone; and those of a user that is not let in (13, 18, 8000), since passwords are changed
 * on both sides, one after the other. Source: src/mongo/base/error_codes.yml of the server.
 */
const passingCodes = new Set([
  6, 7, 13, 18, 43, 50, 64, 79, 89, 91, 100, 112, 133, 134, 146, 189, 202, 239, 246, 262, 317, 358, 462, 9001, 10058,
  10107, 8000, 11600, 11601, 11602, 13388, 13435, 13436, 14031,
])

/** Errors of the driver about a wrong argument or address; its other errors are about the connection. */
const mistakes = [
  mongo.MongoInvalidArgumentError,
  mongo.MongoParseError,
  mongo.MongoCompatibilityError,
  mongo.MongoMissingCredentialsError,
  mongo.MongoMissingDependencyError,
]

const isTrouble = (error: unknown) => {
  if (error instanceof mongo.MongoServerError) {
    return (
      error instanceof mongo.MongoWriteConcernError ||
      error.hasErrorLabel(mongo.MongoErrorLabel.RetryableWriteError) ||
      passingCodes.has(Number(error.code))
    )
  }
  if (error instanceof mongo.MongoError) return !mistakes.some((mistake) => error instanceof mistake)
  return error instanceof MongooseErrors.MongooseServerSelectionError
}

/**
 * Runs `work` and throws `Unavailable` where the engine could not serve. After a write this means that its outcome is unknown: it may
 * have been lost on the way, carried out, or carried out and undone by an election.
 */
export const available = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw isTrouble(error) ? new Unavailable(`MongoDB cannot serve: ${error}`, { cause: error }) : error
  }
}
