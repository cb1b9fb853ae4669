import type { Answers, Kind } from './answers.js';
import { identifier, quoted } from './text.js';

const constructs: Readonly<Record<Kind, string>> = {
  grav: 'GravSite',
  web: 'ClubApp',
  static: 'StaticSite',
  chart: 'ChartApp',
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

/** The names that an app's file imports, in the order of the alphabet. */
const imported = (construct: string): string =>
  [construct, 'type Platform']
    .sort((a, b) => (a.replace('type ', '') < b.replace('type ', '') ? -1 : 1))
    .join(', ');

const layer = (environment: string, kind: Kind, host: string | undefined): string =>
  host
    ? `${environment}: { ${kind === 'chart' ? `hosts: { web: ${quoted(host)} }` : `host: ${quoted(host)}`} },`
    : '';

/** The file of an app, as one would write it by hand; it is formatted afterwards. */
export function appFile(kind: Kind, answers: Answers, club: string): string {
  const { name = '', host } = answers;
  const layers = [layer('staging', kind, answers['staging-host']), layer('prod', kind, host)];
  const construct = constructs[kind];
  const imports = [
    `import { ${imported(construct)} } from '#constructs';`,
    kind === 'chart' ? `import { chart } from '../system/charts.js';` : [],
    `import { clubs } from './clubs.js';`,
  ].flat();
  return `${imports.join('\n')}

export const ${identifier(name)} = (platform: Platform) =>
  new ${construct}(platform, ${quoted(name)}, {
    owner: clubs.${club},
    ${bodies[kind](answers)}
    ${layers.filter(Boolean).join('\n')}
  });
`;
}
