// The walls of docs/ARCHITECTURE.md: imports flow platform < kernel < practices < app, and never back.

const tests = String.raw`\.(test|fixture)\.tsx?$|/testing(/|\.ts$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that import each other cannot be understood apart.',
      severity: 'error',
      from: {},
      // process.ts imports nothing but types (the parser cannot tell): a house names its record types, whose
      // processes take a house. No running code can go round through it.
      to: { circular: true, viaOnly: { pathNot: String.raw`^kernel/process/process\.ts$` } },
    },
    {
      name: 'platform-knows-nothing-above',
      comment: 'platform/ holds no word of service management.',
      severity: 'error',
      from: { path: '^platform/', pathNot: tests },
      to: { path: '^(kernel|practices|app|standard|e2e)/' },
    },
    {
      name: 'kernel-knows-no-practice',
      comment: 'Practices plug into the kernel, which must work without any of them.',
      severity: 'error',
      from: { path: '^kernel/', pathNot: tests },
      to: { path: '^(practices|app|e2e)/' },
    },
    {
      name: 'practices-know-no-app',
      comment: 'app/ composes practices; a practice does not know where it runs.',
      severity: 'error',
      from: { path: '^practices/', pathNot: tests },
      to: { path: '^(app|e2e)/' },
    },
    {
      name: 'practices-meet-at-their-doors',
      comment: 'Of another practice, only practice.ts may be imported.',
      severity: 'error',
      from: { path: '^practices/([^/]+)/', pathNot: tests },
      to: { path: '^practices/[^/]+/', pathNot: ['^practices/$1/', '^practices/[^/]+/practice\\.ts$'] },
    },
    {
      name: 'app-enters-by-the-doors',
      comment:
        'app/ takes practice.ts, server.ts, web.tsx and portal.tsx of a practice and nothing behind them.',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: {
        path: '^practices/[^/]+/',
        pathNot: '^practices/[^/]+/(practice\\.ts|server\\.ts|(web|portal)\\.tsx|i18n/[^/]+\\.ts)$',
      },
    },
    {
      name: 'server-and-web-belong-to-app',
      comment: 'The doors server.ts, web.tsx and portal.tsx are opened by app/ only.',
      severity: 'error',
      from: { path: '^practices/', pathNot: tests },
      to: { path: '^practices/[^/]+/(server\\.ts|(web|portal)\\.tsx)$' },
    },
    {
      name: 'data-imports-nothing',
      comment: 'standard/ and db/ are data: they may use types of below, but no practice and no app.',
      severity: 'error',
      from: { path: '^(standard|db/(?!demo/))', pathNot: tests },
      to: { path: '^(practices|app|e2e)/' },
    },
    {
      name: 'tests-stay-out',
      comment: 'Nothing that ships imports what only serves tests.',
      severity: 'error',
      from: { path: '^(app|platform|kernel|practices|standard|db)/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere hides from every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
