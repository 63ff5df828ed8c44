/**
 * The dependency rules of docs/architecture.md, checked by `npm run check`. TypeScript 7 has no programming
 * interface, so sources are parsed by swc (docs/decisions/006-boundaries.md).
 */
const main = '^src/main/';

/** What lies outside the repository's own sources: packages and Node. */
const outside = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'];

/**
 * A folder may import only what `own` matches among the sources, and only `packages` from outside; `node` says
 * whether Node's own modules count among them.
 */
function layer(name, from, own, packages, { node = false } = {}) {
  const packagePattern = packages.length === 0 ? [] : [`node_modules/(${packages.join('|')})/`];
  const nodeModules = node ? ['^(node:)?[a-z_/]+$'] : [];
  return [
    {
      name: `${name}-sources`,
      severity: 'error',
      from: { path: from },
      to: { path: '^(src|scripts|tests)/', pathNot: own },
    },
    {
      name: `${name}-packages`,
      severity: 'error',
      from: { path: from },
      to: {
        dependencyTypes: outside,
        pathNot:
          [...packagePattern, ...nodeModules].length === 0 ? '^$' : [...packagePattern, ...nodeModules],
      },
    },
  ];
}

const shared = '^src/shared/';
/** Types that both sides of a border share; they import nothing but shared and each other. */
const borders = ['^src/main/caller\\.ts$', '^src/main/readers/card-read\\.ts$'];
const screens = ['kiosk', 'console', 'reception', 'security', 'office', 'pair', 'roll-call'];

/** Screens that a screen may not import. The console is the frame around reception, security and office. */
function strangersOf(screen) {
  if (screen === 'console') return ['kiosk'];
  const others = screens.filter((other) => other !== screen);
  return screen === 'kiosk' ? others : others.filter((other) => other !== 'console');
}

const screenPackages = [
  'react',
  'react-dom',
  '@types/react',
  '@types/react-dom',
  'react-hook-form',
  '@hookform/resolvers',
  '@tanstack/react-query',
  'react-i18next',
  'i18next',
  'react-simple-keyboard',
  'xstate',
  'fflate',
  'uqr',
  '@fontsource-variable/inter',
  'vite',
  'zod',
  'zxing-wasm',
];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'unresolvable',
      severity: 'error',
      from: {},
      // `?url` is Vite's: the address of a file that is served as it is.
      to: { couldNotResolve: true, pathNot: '^zxing-wasm/[a-z_/]+\\.wasm\\?url$' },
    },

    ...layer('shared', shared, shared, ['zod']),
    ...layer('core', `${main}core/`, [`${main}core/`, shared, ...borders, `${main}app\\.ts$`], []),
    {
      // The plan of an installation is the one type the core takes from the composition root.
      name: 'core-app-types',
      severity: 'error',
      from: { path: `${main}core/` },
      to: { path: `${main}app\\.ts$`, dependencyTypesNot: ['type-only'] },
    },
    ...layer(
      'store',
      `${main}store/`,
      [`${main}store/`, `${main}core/`, shared],
      ['better-sqlite3', '@types/better-sqlite3'],
      { node: true },
    ),
    ...layer(
      'evacuation-list',
      `${main}evacuation-list/`,
      [`${main}evacuation-list/`, `${main}core/evacuation-list/`, shared],
      ['pdfkit', '@types/pdfkit'],
      { node: true },
    ),
    ...layer(
      'badge-paper',
      `${main}badge-paper/`,
      [`${main}badge-paper/`, `${main}core/badge-printing/`, shared],
      ['pdfkit', '@types/pdfkit', 'uqr'],
      { node: true },
    ),
    ...layer(
      'readers',
      `${main}readers/`,
      [`${main}readers/`, `${main}core/ports\\.ts$`, shared],
      ['node-hid'],
      { node: true },
    ),
    ...layer(
      'calendars',
      `${main}calendars/`,
      [`${main}calendars/`, `${main}core/events/calendar\\.ts$`],
      ['ical.js'],
    ),
    ...layer(
      'couriers',
      `${main}couriers/`,
      [`${main}couriers/`, `${main}core/outbox/courier\\.ts$`, shared],
      ['nodemailer', 'uqr'],
      { node: true },
    ),
    ...layer(
      'router',
      `${main}(router|session)\\.ts$`,
      [`${main}core/`, `${main}(caller|router|session)\\.ts$`, shared],
      [],
    ),
    ...layer(
      'hosts',
      `${main}hosts/`,
      [
        `${main}hosts/`,
        `${main}(app|caller)\\.ts$`,
        `${main}readers/`,
        `${main}core/(fault-line|ports|recovery-key|codes|throttle)\\.ts$`,
        // The two channel names that the preload and its host agree on.
        '^src/preload/channels\\.ts$',
        shared,
      ],
      ['zod', 'electron'],
      { node: true },
    ),
    {
      name: 'electron-only-in-its-host',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/main/hosts/electron/', '^src/main/electron\\.ts$', '^src/preload/'],
      },
      to: { path: '(^electron$|node_modules/electron/)' },
    },
    {
      name: 'driver-only-in-the-store',
      severity: 'error',
      from: { path: '^src/', pathNot: `${main}store/` },
      to: { path: 'node_modules/(@types/)?better-sqlite3' },
    },
    {
      name: 'hid-only-in-the-readers',
      severity: 'error',
      from: { path: '^src/', pathNot: `${main}readers/` },
      to: { path: 'node_modules/node-hid/' },
    },
    {
      name: 'zxing-only-in-the-camera',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/kiosk/camera/' },
      to: { path: '(^|node_modules/)zxing-wasm/' },
    },
    {
      name: 'demo-only-from-its-opener',
      severity: 'error',
      from: { path: '^src/', pathNot: [`${main}demo/`, `${main}open-demo\\.ts$`] },
      to: { path: `${main}demo/` },
    },
    ...layer(
      'demo',
      `${main}demo/`,
      [`${main}demo/`, `${main}core/`, `${main}(app|caller)\\.ts$`, shared],
      [],
    ),
    ...layer(
      'provisioning',
      `${main}provisioning/`,
      [`${main}provisioning/`, `${main}app\\.ts$`, shared],
      ['zod'],
    ),
    ...layer('preload', '^src/preload/', ['^src/preload/', shared], ['electron']),
    ...layer('renderer', '^src/renderer/', ['^src/renderer/', shared], screenPackages),
    ...layer(
      'ui',
      '^src/renderer/ui/',
      '^src/renderer/ui/',
      screenPackages.filter((name) => !['zod', '@tanstack/react-query', 'zxing-wasm'].includes(name)),
    ),
    ...screens.map((screen) => ({
      name: `${screen}-alone`,
      severity: 'error',
      from: { path: `^src/renderer/${screen}/` },
      to: {
        path: `^src/renderer/(${strangersOf(screen).join('|')})/`,
        // The office shows the kiosk's own screens instead of a drawing of them, and the notice in their style sheets.
        ...(screen === 'office' && {
          pathNot: '^src/renderer/kiosk/(preview/kiosk-preview\\.tsx$|.*\\.css$)',
        }),
      },
    })),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    extraExtensionsToScan: ['.css', '.json'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    moduleSystems: ['es6'],
  },
};
