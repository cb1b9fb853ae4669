import type { Answers, Kind } from './answers.js';
import { identifier, quoted } from './text.js';

const constructs: Readonly<Record<Kind, readonly [name: string, file: string]>> = {
  grav: ['GravSite', 'grav-site'],
  web: ['ClubApp', 'club-app'],
  static: ['StaticSite', 'static-site'],
  chart: ['ChartApp', 'chart-app'],
};

/** What stands between the owner and the environments. */
const bodies: Readonly<Record<Kind, (answers: Answers) => string>> = {
  grav: ({ repository = '', branch = 'master' }) =>
    `repository: ${quoted(repository)},${branch === 'master' ? '' : `\nbranch: ${quoted(branch)},`}`,
  web: ({ image = '', port, probe = '/' }) =>
    `base: { image: ${quoted(image)}, port: ${Number(port)}${probe === '/' ? '' : `, probe: ${quoted(probe)}`} },`,
  static: ({ image = '' }) => `image: ${quoted(image)},`,
  chart: ({ name = '', chart = '', service = '', port }) => `base: {
    charts: { ${quoted(name)}: { chart: chart(${quoted(chart)}) } },
    routes: { web: { service: ${quoted(service)}, port: ${Number(port)} } },
  },`,
};

const layer = (environment: string, kind: Kind, host: string | undefined): string =>
  host
    ? `${environment}: { ${kind === 'chart' ? `hosts: { web: ${quoted(host)} }` : `host: ${quoted(host)}`} },`
    : '';

/** The file of an app, as one would write it by hand; it is formatted afterwards. */
export function appFile(kind: Kind, answers: Answers, club: string): string {
  const { name = '', host } = answers;
  const layers = [layer('staging', kind, answers['staging-host']), layer('prod', kind, host)];
  const [construct, file] = constructs[kind];
  const imports = [
    `import { ${construct} } from '../constructs/${file}.js';`,
    `import type { Platform } from '../constructs/platform.js';`,
    kind === 'chart' ? `import { chart } from '../system/charts.js';` : [],
    `import { clubs } from './clubs.js';`,
  ].flat();
  // By the names of their files, as everywhere.
  const path = (line: string) => /'(.*)'/.exec(line)?.[1] ?? '';
  return `${imports.sort((a, b) => (path(a) < path(b) ? -1 : 1)).join('\n')}

export const ${identifier(name)} = (platform: Platform) =>
  new ${construct}(platform, ${quoted(name)}, {
    owner: clubs.${club},
    ${bodies[kind](answers)}
    ${layers.filter(Boolean).join('\n')}
  });
`;
}
