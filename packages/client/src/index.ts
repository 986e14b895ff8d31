export * from './client.ts'
export { ProblemReply } from './problem-reply.ts'
