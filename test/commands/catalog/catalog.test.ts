import { describe, expect, it } from 'vitest';
import type { Place } from '../../../commands/catalog/model.js';
import { sampleCatalog } from './sample.js';

const catalog = sampleCatalog();
const entry = (id: string) => {
  const found = catalog.entries.find((each) => each.id === id);
  if (!found) throw new Error(`there is no entry ${id}`);
  return found;
};
const place = (id: string, environment?: string): Place => {
  const found = entry(id).places.find((each) => each.environment === environment);
  if (!found) throw new Error(`${id} is not in ${environment}`);
  return found;
};

describe('the catalogue', () => {
  it('names the clusters, the host first, then in the order of environments', () => {
    expect(catalog.clusters).toEqual([
      { name: 'host', kind: 'host', environments: [] },
      { name: 'prod', kind: 'virtual', environments: ['prod'] },
      { name: 'staging', kind: 'virtual', environments: ['staging'] },
      { name: 'sandbox', kind: 'virtual', environments: ['sandbox'] },
    ]);
  });

  it('says of an app who answers for it, and where it is', () => {
    expect(entry('chess')).toMatchObject({
      kind: 'app',
      enabled: true,
      owner: { club: 'Chess', github: '@Chess', alerts: 'chess' },
    });
    expect(place('chess', 'prod')).toMatchObject({
      cluster: 'prod',
      namespace: 'chess-prod',
      units: ['prod/chess', 'host/chess-prod'],
    });
  });

  it('says which image each program runs', () => {
    expect(place('chess', 'prod').programs).toEqual([
      { object: 'StatefulSet db', image: 'docker.io/library/postgres:17.2' },
      { object: 'Deployment chess', image: 'ghcr.io/chess/site:1.0.0' },
      { object: 'Deployment files', image: 'ghcr.io/chess/files:2.0.0' },
    ]);
  });

  it('says what is public, by whose certificate, and whom to ask for a record', () => {
    expect(place('chess', 'prod').hosts).toEqual([
      { host: 'chess.example.com', ports: [80, 443], tls: 'letsencrypt-prod', zone: 'example.com' },
      {
        host: 'chess.school.ca',
        ports: [80, 443],
        tls: 'letsencrypt-prod',
        zone: 'school.ca',
        askTo: 'the school',
      },
    ]);
    expect(place('chess', 'staging').hosts[0]?.tls).toBe('letsencrypt-staging');
  });

  it('says what is stored, whether personal data are in it, and which backups copy it', () => {
    const backups = [{ name: 'clubs-daily', schedule: '5 6 * * *', days: 2 }];
    expect(place('chess', 'prod').data).toEqual([
      {
        name: 'db',
        database: 'postgres 17.2',
        size: '5Gi',
        personalData: true,
        personalDataBecause: 'names of members',
        backups,
      },
      { name: 'files-data', size: '1Gi', personalData: false, backups },
    ]);
    expect(place('chess', 'staging').data.map((data) => data.backups)).toEqual([[], []]);
    expect(place('velero').data).toEqual([{ name: 'velero', size: '3Gi', backups: [] }]);
  });

  it('says by path what people provide, and no value', () => {
    expect(place('chess', 'prod').secrets).toEqual([
      { place: 'Vault', at: 'kv/data/apps/chess/prod/api', keys: { API_KEY: 'key of the bot' } },
    ]);
  });

  it('says which rules are broken, and why', () => {
    const rules = place('chess', 'prod').exceptions.map(({ rule, object }) => `${object}: ${rule}`);
    expect(rules).toContain('StatefulSet db: personal-data');
    expect(rules).toContain('Deployment files: highly-available');
    expect(place('velero').exceptions).toContainEqual({
      rule: 'pod-security',
      object: 'Namespace velero',
      reason: 'it reads the volumes of all pods',
    });
  });

  it('tells of services: their charts, and that their keeper answers for them', () => {
    expect(entry('velero')).toMatchObject({ kind: 'service', owner: { club: 'Keepers' } });
    expect(place('velero').charts).toEqual([
      { name: 'velero', version: '6.7.0', repository: 'https://example.com/charts' },
    ]);
  });

  it('tells of what is switched off that it is nowhere', () => {
    expect(entry('draughts')).toMatchObject({ kind: 'app', enabled: false, places: [] });
  });

  it('says of each unit when its turn is, and after which', () => {
    const unit = (path: string) => catalog.units.find((each) => each.path === path);
    expect(unit('prod/chess')).toMatchObject({
      application: 'prod-chess',
      project: 'club-chess',
      dependsOn: ['host/chess-prod', 'prod/namespaces'],
      entry: 'chess',
    });
    expect(unit('prod/chess')?.wave).toBeGreaterThan(unit('host/chess-prod')?.wave ?? Number.NaN);
    expect(unit('prod/chess')).not.toHaveProperty('since');
  });
});
