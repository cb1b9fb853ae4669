import type { AppSpec } from '../../constructs/app/spec.js';
import { ClubApp } from '../../constructs/kinds/club-app.js';
import { GravSite } from '../../constructs/kinds/grav-site.js';
import { StaticSite } from '../../constructs/kinds/static-site.js';
import type { Component } from '../../constructs/platform/platform.js';

/** What the apps of a club may look like, in turn: sites, APIs, jobs, databases, secrets, volumes. */
const bases: readonly ((name: string, index: number) => AppSpec)[] = [
  (name, index) => ({ ...web(name, index), scratch: ['/tmp'], internet: true }),
  (name, index) => ({ ...web(name, index), autoscale: { max: 4 + (index % 5) } }),
  (name, index) => ({
    ...web(name, index),
    uses: { db: { url: 'DATABASE_URL' } },
    databases: { db: { engine: 'postgres', version: '17.2', storage: '5Gi', personalData: false } },
  }),
  (name, index) => ({
    ...web(name, index),
    secrets: {
      api: { keys: { API_KEY: 'the key of its bot' } },
      salt: { keys: { SALT: 'any' }, generate: true },
    },
    jobs: { report: { image: `ghcr.io/example/${name}-report:1.0.${index % 9}`, schedule: '0 3 * * *' } },
  }),
  (name, index) => ({
    ...web(name, index),
    volumes: { data: { mount: '/data', size: `${1 + (index % 9)}Gi`, personalData: false } },
  }),
  (name, index) => ({
    ...web(name, index),
    calls: ['mail'],
    services: {
      mail: { image: `ghcr.io/example/mail:2.1.${index % 9}`, port: 5000, probe: 'tcp', internet: [465] },
    },
    telemetry: true,
  }),
];

const web = (name: string, index: number): AppSpec => ({
  image: `ghcr.io/example/${name}:1.${index % 7}.0`,
  port: 3000 + (index % 5),
  probe: '/healthz',
  size: index % 3 === 0 ? 'medium' : 'small',
  env: { NAME: name, LEVEL: index % 2 === 0 ? 'info' : 'debug' },
});

/** App number `index`: of eight, one is a Grav site, one a static site, and six are programs of their own. */
export const generatedApp =
  (index: number, version?: string): Component =>
  (platform) => {
    const name = `app-${index}`;
    const club = Math.floor(index / 5);
    const owner = { club: `Club ${club}`, github: `@organisation/club-${club}`, alerts: `club-${club}` };
    const hosts = { staging: { host: `${name}.staging.example.com` }, prod: { host: `${name}.example.com` } };
    const turn = index % 8;
    if (turn === 6) return new GravSite(platform, name, { owner, repository: `Example/${name}`, ...hosts });
    if (turn === 7)
      return new StaticSite(platform, name, { owner, image: `ghcr.io/example/${name}:1.0.0`, ...hosts });
    const made = bases[turn]?.(name, index) ?? web(name, index);
    const base = version ? { ...made, image: `ghcr.io/example/${name}:${version}` } : made;
    return new ClubApp(platform, name, { owner, base, ...hosts });
  };
