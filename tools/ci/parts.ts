/** One command of CI. It starts when the parts named in `after` have ended, whether or not they passed. */
export interface Part<Name extends string = string> {
  name: Name
  command: readonly [string, ...string[]]
  after: readonly Name[]
  /** Whether it runs tests and closes with their count. */
  counts: boolean
}

type PartName =
  | 'tools'
  | 'model'
  | 'browser'
  | 'check'
  | 'test'
  | 'schemathesis'
  | 'deployment'
  | 'adapters'
  | 'cluster'

const npm = (script: string, ...args: string[]) => ['npm', 'run', '--silent', script, ...args] as const

/**
 * At most two parts run at a time, as CI has two cores. Tests need the model and the browser, which therefore come first. Programs are compiled with what the tests leave of them. The faults of the
 * cluster have the machine to themselves, because they are sensitive to how long things take.
 */
export const parts: readonly Part<PartName>[] = [
  { name: 'tools', command: ['nice', '-n', '19', ...npm('install-tools')], after: [], counts: false },
  { name: 'model', command: npm('model'), after: [], counts: false },
  { name: 'browser', command: npm('install-browser'), after: ['model'], counts: false },
  { name: 'check', command: npm('check'), after: ['browser'], counts: false },
  { name: 'test', command: npm('test'), after: ['check'], counts: true },
  { name: 'schemathesis', command: npm('schemathesis'), after: ['test', 'tools'], counts: true },
  { name: 'deployment', command: npm('test:engines', 'deployment'), after: ['test', 'tools'], counts: true },
  { name: 'adapters', command: npm('test:engines', 'adapters'), after: ['deployment'], counts: true },
  { name: 'cluster', command: npm('test:engines', 'cluster'), after: ['adapters', 'schemathesis'], counts: true },
]
