// The import rules of the house (docs/house.md). Run by tools/imports.mjs, which also checks that every file was seen.

const pure = '^src-main/[^/]+/(contract|rules)(\\.ts$|/)';
const faults = '^src-main/desk/faults\\.ts$';
// The desk has a roof that puts the rooms together, and a floor that they stand on: the open workspace, its ports and faults.
const floor = '^src-main/desk/(?!(index|engine|router|wire|jobs)(\\.ts$|/))';
const network = '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises)$';
const screenPackages =
  '^node_modules/(react|react-dom|react-i18next|i18next|react-resizable-panels|recharts|dompurify|pdfjs-dist|@mantine|@tabler|@tanstack)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'A cycle of code has no bottom: what loads first is chance, and neither file can be tested alone. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nothing imports is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^tools/', '^tests/(?!support/)'] },
      to: {},
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere fails at run time, on the machine of a user.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'rooms-by-their-doors',
      comment:
        'A room is entered by its index.ts; its contract.ts and rules.ts are pure and open to all. Of the desk, the floor is open too.',
      severity: 'error',
      // The pool's workers hold no desk: they enter by the parser and the layout alone, or they would load the database.
      from: { path: '^src-main/([^/]+)/', pathNot: '^src-main/desk/pool-(tasks|worker)\\.ts$' },
      to: { path: '^src-main/', pathNot: ['^src-main/$1/', '^src-main/[^/]+/index\\.ts$', pure, floor] },
    },
    {
      name: 'rooms-below-the-desk',
      comment:
        'The roof of the desk puts the rooms together; the shells and the command line stand on it. None of them is imported from below.',
      severity: 'error',
      from: { path: '^(src-main/(?!desk/|shell/|cli/)|db/)' },
      to: { path: '^src-main/(desk|shell|cli)/', pathNot: [pure, floor] },
    },
    {
      name: 'engine-knows-no-shell',
      comment: 'All logic runs in the engine, which knows neither Electron nor a browser.',
      severity: 'error',
      from: { path: '^src-main/(desk|cli)/' },
      to: { path: '^src-main/shell/', pathNot: [pure] },
    },
    {
      name: 'rules-and-contracts-are-pure',
      comment:
        'Rules and contracts run in the engine, in the window and in tests alike: no I/O, no clock, nothing but each other, zod and Temporal.',
      severity: 'error',
      from: { path: pure, pathNot: '^src-main/desk/contract' },
      to: { pathNot: [pure, faults, '^node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'desk-contract-is-pure',
      comment: 'The contract of all rooms together may also name the tool that types the calls.',
      severity: 'error',
      from: { path: '^src-main/desk/contract' },
      to: { pathNot: [pure, faults, '^node_modules/(zod|temporal-polyfill|@orpc/contract)/'] },
    },
    {
      name: 'stores-reach-down-only',
      comment: 'A store is SQL: it knows the database and the pure files, never a use case.',
      severity: 'error',
      from: { path: '^src-main/([^/]+)/store(\\.ts$|/)' },
      to: { path: '^src-main/', pathNot: ['^src-main/$1/store(\\.ts$|/)', pure, floor] },
    },
    {
      name: 'database-module-in-one-place',
      comment:
        'db/open.ts alone opens databases, so that the pragmas and the key hold everywhere. Tests and benches may look from outside.',
      severity: 'error',
      from: { pathNot: ['^db/open\\.ts$', '^tests/(support|bench)/'] },
      to: { path: '^node_modules/better-sqlite3', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'database-imports-no-room',
      comment: 'The database lies below the rooms.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^src-(main|renderer)/', pathNot: '^src-main/desk/(faults|ports)\\.ts$' },
    },
    {
      name: 'electron-in-its-shell',
      comment: 'The product runs without Electron; only its shell and preload may need it.',
      severity: 'error',
      from: { pathNot: '^src-main/shell/(electron|preload)/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'playwright-in-its-shell',
      comment: 'Only the Chromium shell drives a browser; tests drive the window the same way.',
      severity: 'error',
      from: { path: '^(src-main|src-renderer|db)/', pathNot: '^src-main/shell/chromium/' },
      to: { path: '^node_modules/(playwright-core|@axe-core)/' },
    },
    {
      name: 'screens-in-the-renderer',
      comment: 'What draws lives in src-renderer; the engine has no screen.',
      severity: 'error',
      from: { path: '^(src-main|db)/' },
      to: { path: screenPackages },
    },
    {
      name: 'renderer-sees-contracts',
      comment: 'The window knows contracts and rules; everything else it asks of the engine.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^(src-main|db)/', pathNot: [pure, faults] },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The window is sandboxed: there is no Node in it.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ui-knows-no-domain',
      comment: 'Wrappers and tokens hold no domain words, so that any screen can use them.',
      severity: 'error',
      from: { path: '^src-renderer/ui/' },
      to: { path: '^(src-main|src-renderer|db)/', pathNot: ['^src-renderer/ui/', '^src-renderer/client/index\\.ts$'] },
    },
    {
      name: 'engine-knows-no-renderer',
      comment: 'Imports point inward: the engine does not know who draws it.',
      severity: 'error',
      from: { path: '^(src-main|db)/' },
      to: { path: '^src-renderer/' },
    },
    {
      name: 'no-network',
      comment: 'Nothing leaves the machine by itself: the product has no network code.',
      severity: 'error',
      from: { path: '^(src-main|src-renderer|db)/' },
      to: { path: `${network}|^node_modules/(ws|undici)/` },
    },
    {
      name: 'product-needs-no-tools',
      comment: 'Tests and tools stand on the product, never the other way.',
      severity: 'error',
      from: { path: '^(src-main|src-renderer|db)/' },
      to: { path: '^(tests|tools)/' },
    },
    {
      name: 'engine-ships-its-packages',
      comment:
        'The engine is not bundled with its packages: what it imports must be a dependency, or it is missing on the machine of a user.',
      severity: 'error',
      from: { path: '^(src-main|db)/', pathNot: '^src-main/shell/(electron|preload)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|build-out|test-results)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
