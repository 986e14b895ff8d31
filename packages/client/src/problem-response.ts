import { type Problem, problem } from '@techbridge/contracts'

/** A refusal by the server; its problem says what, where and what to do. */
export class ProblemResponse extends Error {
  override name = 'ProblemResponse'
  readonly status: number
  readonly problem: Problem
  /** From `Retry-After`: when the server expects to accept the request. */
  readonly retryAfterSeconds: number | undefined
  constructor(given: Problem, retryAfterSeconds?: number) {
    super(given.detail)
    this.status = given.status
    this.problem = given
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Reads an unsuccessful response. One that is not problem+json, such as a proxy's page, becomes a problem too. */
export const problemResponse = async (response: Response): Promise<ProblemResponse> => {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ProblemResponse(await readProblem(response), Number.isFinite(retryAfter) ? retryAfter : undefined)
}

const readProblem = async (response: Response): Promise<Problem> => {
  const text = await response.text()
  try {
    return problem.parse(JSON.parse(text))
  } catch {
    const { status, statusText } = response
    return {
      type: 'about:blank',
      title: statusText,
      status,
      detail: text || `The server answered ${status} ${statusText}.`,
    }
  }
}
