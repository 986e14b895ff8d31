const layered = '(?:services/[^/]+|packages/profiles)'
const pure = [
  '^packages/contracts/',
  '^packages/domain/src/',
  '^packages/plain-text/',
  '^packages/text/',
  '^packages/profiles/src/domain/',
]

/** Imports go one way: entry → usecases → domain; services → packages; never service → service. See docs/adr. */
module.exports = {
  forbidden: [
    {
      name: 'no-service-to-service',
      comment: 'Services learn of each other through events alone.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'packages-below-services',
      comment: 'A package does not know who uses it.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(services|infra|bench|tools)/' },
    },
    {
      name: 'services-below-infra',
      comment: 'A service does not know where it runs.',
      severity: 'error',
      from: { path: '^services/' },
      to: { path: '^(infra|bench|tools)/' },
    },
    {
      name: 'pure-domain',
      comment:
        'The domain knows itself, the contracts, and what is pure: no I/O, no clock, no framework, not even node’s.',
      severity: 'error',
      from: { path: `^(${layered})/src/domain/` },
      to: { pathNot: ['^$1/src/domain/', ...pure] },
    },
    {
      name: 'pure-domain-package',
      severity: 'error',
      from: { path: '^packages/domain/src/' },
      to: { pathNot: ['^packages/domain/src/', '^packages/contracts/'] },
    },
    {
      name: 'runtime-below-http',
      comment: 'domain ← runtime ← http ← process: what is nearer to the rules does not know what serves it.',
      severity: 'error',
      from: { path: '^packages/runtime/' },
      to: { path: '^packages/(http|process)/' },
    },
    {
      name: 'process-is-outermost',
      comment: 'Only what starts a process knows settings, data folders and adapters.',
      severity: 'error',
      from: {
        path: [
          '^packages/http/',
          `^(${layered})/src/(domain|usecases|entry)/`,
          '^(services/[^/]+|packages/profiles)/src/service\\.ts$',
        ],
      },
      to: { path: '^packages/process/' },
    },
    {
      name: 'usecases-below-entry',
      comment: 'Use cases know neither HTTP nor the bus that calls them, nor how the service is put together.',
      severity: 'error',
      from: { path: `^(${layered})/src/usecases/` },
      to: { path: '^$1/src/(entry/|main\\.ts|service\\.ts|config\\.ts)' },
    },
    {
      name: 'main-is-a-root',
      severity: 'error',
      from: {},
      to: { path: '^(services|infra)/[^/]+/src/main\\.ts$' },
    },
    {
      name: 'adapters-are-chosen-in-one-place',
      comment:
        'What is behind a port is chosen by packages/process/src/adapters.ts, infra and tests; others know the port. Backups know the files.',
      severity: 'error',
      from: {
        path: '^(packages|services)/',
        pathNot: [
          '^packages/(bus|store|index|files|sqlite)/',
          '^packages/process/src/adapters\\.ts$',
          '^packages/process/src/data-folder/',
          '/test/',
        ],
      },
      to: {
        path: [
          '^packages/sqlite/',
          '^packages/(bus|store|index|files)/src/(sqlite|kafka|mongo|fts5|elastic|folder|s3)',
        ],
      },
    },
    {
      name: 'sqlite-in-its-package',
      comment:
        'Tests of adapters may look into a file from outside, or damage it; a benchmark compares with bare SQLite.',
      severity: 'error',
      from: {
        pathNot: ['^packages/sqlite/', '^packages/(bus|store|index)/test/', '^bench/src/servers/(bare|checked)\\.ts$'],
      },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'no-circular',
      comment: 'A cycle that a type-only import closes is none at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'What cannot be found cannot be judged by the rules above either.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    builtInModules: { add: ['node:sqlite', 'node:test', 'node:test/reporters'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
}
