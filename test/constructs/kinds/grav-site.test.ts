import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { GravSite } from '../../../constructs/kinds/grav-site.js';
import { gravStart } from '../../../constructs/kinds/grav-start.js';
import { folder, objectAt, owner, problemsOf, testPlatform } from '../../platform.js';

const site = (repository = 'ClubCedille/chess.example.com') =>
  testPlatform().add(
    (on) => new GravSite(on, 'chess', { owner, repository, prod: { host: 'chess.example.com' } }),
  );
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string): any => objectAt(site(), path);

describe('GravSite', () => {
  it('is a workload and a host part', () => {
    expect(folder(site(), 'prod/chess')).toMatchSnapshot('workload');
    expect(folder(site(), 'host/chess-prod')).toMatchSnapshot('host part');
  });

  it('runs as www-data, one pod that is stopped before it is replaced, and says why', () => {
    const { metadata, spec } = at('prod/chess/Deployment.chess.yaml');
    expect([spec.replicas, spec.strategy.type]).toEqual([1, 'Recreate']);
    expect(spec.template.spec.securityContext).toMatchObject({ runAsUser: 33, runAsGroup: 33, fsGroup: 33 });
    expect(metadata.annotations['exempt.cedille.club/highly-available']).toContain('one pod at a time');
  });

  it('gets tokens for its own repository and no other', () => {
    const { metadata, spec } = at('host/chess-prod/GitHubSecretEngineRole.chess-prod.yaml');
    expect(spec).toMatchObject({ organizationName: 'ClubCedille', repositories: ['chess.example.com'] });
    const { objects } = at('host/chess-prod/SecretProviderClass.chess-prod.yaml').spec.parameters;
    expect(load(objects)).toContainEqual({
      objectName: 'github-token',
      secretPath: `github/token/${metadata.name}`,
      secretKey: 'token',
    });
  });

  it('asks nobody for a password: Vault makes them up', () => {
    expect(site().units.flatMap(({ inputs }) => inputs)).toEqual([]);
    for (const name of ['admin', 'sre', 'salt']) {
      expect(at(`host/chess-prod/RandomSecret.chess-prod-${name}.yaml`).spec.secretKey).toBe('password');
    }
  });

  it('is told of a field that is spelled wrongly, and not of the one that is missing for it', () => {
    const declared = { owner, repositry: 'ClubCedille/chess', prod: { host: 'chess.example.com' } };
    const lines = problemsOf(testPlatform().add((on) => new GravSite(on, 'chess', declared as never)));
    expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual([
      `chess repositry: there is no field 'repositry' [field-unknown]. Did you mean repository?`,
    ]);
  });

  it('is told of a repository that is none', () => {
    expect(problemsOf(site('https://github.com/a/b')).join()).toContain(
      `chess repository: repository 'https://github.com/a/b' is not a repository on GitHub [repository-form]. Write it like 'ClubCedille/acets.etsmtl.ca'.`,
    );
  });
});

describe('the start of a Grav site', () => {
  const home = mkdtempSync(join(tmpdir(), 'site-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const user = join(home, 'user');
  const secrets = join(home, 'secrets');
  for (const path of [user, secrets, join(home, 'bin')]) mkdirSync(path);
  for (const [name, value] of Object.entries({
    'admin-password': 'one!',
    'sre-password': 'two',
    'salt-password': 'three',
    'github-token': 'first',
  })) {
    writeFileSync(join(secrets, name), value);
  }
  writeFileSync(join(home, 'bin/apache2-foreground'), '#!/bin/sh\necho started\n');
  chmodSync(join(home, 'bin/apache2-foreground'), 0o755);
  const script = gravStart({ repository: 'ClubCedille/chess', branch: 'main' }, 'sre@example.com')
    .replaceAll('/var/www/html/user', user)
    .replaceAll('/vault/secrets', secrets)
    .replaceAll('/tmp/grav', join(home, 'tmp'))
    .replace('sleep 300', 'sleep 0.1');
  const start = () =>
    execFileSync('/bin/sh', ['-c', script.replace(/^while.*$/m, '')], {
      env: { PATH: `${join(home, 'bin')}:${process.env['PATH']}` },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const yaml = (path: string) => load(readFileSync(join(user, path), 'utf8')) as Record<string, unknown>;

  it('makes accounts, settings and salt, and becomes the server', () => {
    expect(start()).toBe('started\n');
    expect(yaml('accounts/admin.yaml')).toMatchObject({
      username: 'admin',
      password: 'one!',
      state: 'enabled',
    });
    expect(yaml('accounts/sre.yaml')).toMatchObject({ username: 'sre', password: 'two' });
    expect(yaml('config/security.yaml')).toEqual({ salt: 'three' });
    expect(yaml('config/plugins/git-sync.yaml')).toMatchObject({
      repository: 'https://github.com/ClubCedille/chess.git',
      branch: 'main',
      password: 'first',
      folders: ['pages', 'plugins', 'themes', 'config'],
    });
  });

  it('leaves accounts that are there as they are, and keeps secrets out of git', () => {
    writeFileSync(join(user, 'accounts/admin.yaml'), 'hashed: true\n');
    start();
    expect(yaml('accounts/admin.yaml')).toEqual({ hashed: true });
    const git = (...args: string[]) => execFileSync('git', ['-C', user, ...args], { encoding: 'utf8' });
    git('add', '-A');
    expect(git('diff', '--cached', '--name-only')).toBe('');
    expect(readFileSync(join(user, '.git/info/exclude'), 'utf8').match(/^accounts\/$/gm)).toHaveLength(1);
  });

  it('takes up a new token while it runs', async () => {
    const child = spawn('/bin/sh', ['-c', script.replace('exec apache2-foreground', 'sleep 60')], {
      stdio: 'ignore',
      detached: true, // with what it leaves in the background, it is ended as a group
    });
    const ended = new Promise((done) => child.on('exit', done));
    writeFileSync(join(secrets, 'github-token'), 'second');
    const until = Date.now() + 10_000;
    while (Date.now() < until && yaml('config/plugins/git-sync.yaml')['password'] !== 'second') {
      await new Promise((done) => setTimeout(done, 50));
    }
    expect(yaml('config/plugins/git-sync.yaml')['password']).toBe('second');
    if (child.pid) process.kill(-child.pid);
    await ended;
    expect(existsSync(join(user, 'accounts/sre.yaml'))).toBe(true);
  });
});
