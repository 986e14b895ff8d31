export * from './client.ts'
export { ProblemResponse } from './problem-response.ts'
export { developmentToken, signIn } from './sign-in.ts'
