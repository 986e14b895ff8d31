export * from './client.ts'
export { ProblemResponse } from './problem-response.ts'
