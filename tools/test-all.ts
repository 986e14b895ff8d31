import { runTests } from './run-tests.ts'
import { closingLine } from './test-counts.ts'

const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
const tasks = ['test', 'test:tools', '--continue', ...process.argv.slice(2)]
const counts = await runTests('turbo', ['run', ...tasks], { environment: quiet })
if (counts.passed === 0) console.error('No test passed.')

console.log(closingLine(counts))
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
