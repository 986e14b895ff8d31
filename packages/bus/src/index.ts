export * from './bus.ts'
export { openSqliteBus } from './sqlite/bus.ts'
export { topicOf } from './topic.ts'
export { InvalidEvent, validated } from './validated.ts'
