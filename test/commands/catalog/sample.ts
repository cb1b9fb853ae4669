import { catalogOf } from '../../../commands/catalog/catalog.js';
import type { Catalog } from '../../../commands/catalog/model.js';
import { StaticSite } from '../../../constructs/kinds/static-site.js';
import type { Component } from '../../../constructs/platform/platform.js';
import { SystemService } from '../../../constructs/service/system-service.js';
import { Schedule } from '../../../imports/schedule-velero.io.js';
import { app, base, owner, render, testPlatform } from '../../platform.js';

/** A service with a chart that stores something, and a schedule of backups. */
const velero: Component = (platform) => {
  const service = new SystemService(platform, 'velero', {
    podSecurity: { privileged: 'it reads the volumes of all pods' },
    provides: ['velero.io'],
    charts: [
      {
        chart: { name: 'velero', version: '6.7.0', repository: 'https://example.com/charts' },
        values: { persistence: { size: '3Gi', storageClass: 'files' } },
      },
    ],
  });
  new Schedule(service, 'clubs', {
    metadata: { name: 'clubs-daily' },
    spec: { schedule: '5 6 * * *', template: { ttl: '48h', includedNamespaces: ['vcluster-prod'] } },
  });
  return service;
};

/** An app that has one of everything. */
const chess = app('chess', {
  base: {
    ...base,
    secrets: { api: { keys: { API_KEY: 'key of the bot' } } },
    uses: { db: { url: 'DATABASE_URL' } },
    databases: {
      db: { engine: 'postgres', version: '17.2', storage: '5Gi', personalData: 'names of members' },
    },
    services: {
      files: {
        image: 'ghcr.io/chess/files:2.0.0',
        volumes: { data: { mount: '/data', size: '1Gi', personalData: false } },
      },
    },
  },
  staging: { host: 'chess.staging.example.com' },
  prod: { host: ['chess.example.com', 'chess.school.ca'] },
});

/** A site of pages, without a database or a volume. */
const gallery: Component = (platform) =>
  new StaticSite(platform, 'gallery', {
    owner,
    image: 'docker.io/library/nginx:1.28.0',
    prod: { host: 'gallery.example.com' },
  });

/** A small platform that has one of everything. */
export const samplePlatform = () =>
  testPlatform().add(
    velero,
    chess,
    app('draughts', { prod: { host: 'draughts.example.com' }, enabled: false }),
    gallery,
  );

/** Who answers for the services of the sample. */
export const keeper = { club: 'Keepers', github: '@Keepers/all', alerts: 'keepers' };

/** What is told of the sample. */
export function sampleCatalog(): Catalog {
  const platform = samplePlatform();
  return catalogOf(platform, render(platform), { keeper });
}
