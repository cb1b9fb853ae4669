import { describe, expect, it } from 'vitest';
import { engines } from '../../../constructs/database/engines.js';
import { app, base, objectAt, testPlatform } from '../../platform.js';

const command = ['node', 'server.js'];
const db = { engine: 'postgres' as const, version: '17.7', storage: '5Gi', personalData: false };
const cache = { mount: '/cache', size: '1Gi', personalData: false, noBackup: 'it can be fetched again' };
const platform = testPlatform().add(
  app('chess', {
    base: {
      ...base,
      command,
      scratch: ['/tmp'],
      secrets: { api: { keys: { KEY: 'a key' } } },
      volumes: { cache, data: { mount: '/data', size: '1Gi', personalData: false } },
      databases: {
        db,
        sessions: { ...db, engine: 'redis', version: '8.6.2', noBackup: 'they live for an hour' },
      },
    },
    prod: { host: 'chess.example.com' },
  }),
);
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string): any =>
  objectAt(platform, path.startsWith('argocd/') ? `${path}.yaml` : `prod/chess/${path}.yaml`);
const excluded = 'backup.velero.io/backup-volumes-excludes';

describe('backups', () => {
  it('are of every volume that does not say why not', () => {
    const { metadata: data } = at('PersistentVolumeClaim.chess-data');
    expect([data.labels, data.annotations['cedille.club/backup']]).toEqual([undefined, 'daily']);
    const { metadata } = at('PersistentVolumeClaim.chess-cache');
    expect(metadata.labels).toEqual({ 'velero.io/exclude-from-backup': 'true' });
    expect(metadata.annotations['cedille.club/backup']).toBe('none: it can be fetched again');
  });

  it('hold neither secrets nor what is empty at each start', () =>
    expect(at('Deployment.chess').spec.template.metadata.annotations[excluded]).toBe(
      'secrets,scratch-0,cache',
    ));

  it('are told to the host by a label that the virtual cluster copies', () => {
    const { sources } = at('argocd/Application.host-vcluster-prod').spec;
    expect(sources[0].helm.valuesObject.syncer.extraArgs).toContain(
      '--sync-labels=velero.io/exclude-from-backup',
    );
  });

  it('hold a dump of a database, made first, and fail without it', () => {
    const { annotations } = at('StatefulSet.db').spec.template.metadata;
    expect(annotations['pre.hook.backup.velero.io/container']).toBe('db');
    expect(annotations['pre.hook.backup.velero.io/on-error']).toBe('Fail');
    const [shell, flag, script] = JSON.parse(annotations['pre.hook.backup.velero.io/command']);
    expect([shell, flag]).toEqual(['/bin/sh', '-ec']);
    expect(script).toContain('pg_dump');
    expect(annotations[excluded].split(',')).not.toContain('data');
    const sessions = at('StatefulSet.sessions').spec.template.metadata.annotations;
    expect(sessions['pre.hook.backup.velero.io/command']).toBeUndefined();
    expect(sessions[excluded].split(',')).toContain('data');
  });

  it.each(Object.entries(engines))('of %s write no password into what they run', (_, engine) => {
    const script = engine.dump('chess', 'chess');
    expect(script.length).toBeGreaterThan(10);
    expect(script.replaceAll('$(cat /vault/secrets/password)', '')).not.toMatch(/password[= ]\S*[^"$(]$/i);
  });
});
