import { GitHubSecretEngineRole } from '../../imports/githubsecretenginerole-redhatcop.redhat.io.js';
import type { AppSpec } from '../app/spec.js';
import type { AppEnvironment } from '../environment/app-environment.js';
import { Platform } from '../platform/platform.js';
import { vaultLogin } from '../service/vault-login.js';
import { mergeLayer } from '../values/layers.js';
import { type KnownAppProps, ProgramApp } from './club-app.js';
import { type GravContent, gravStart, repositoryFault } from './grav-start.js';

/** A Grav site. */
export type GravSiteProps = KnownAppProps<GravContent>;

/**
 * A site that a club writes in its browser, with Grav: its pages come from a GitHub repository and go back to it, by a
 * token that Vault makes for this site alone; passwords of its two administrators and the salt are made up by Vault.
 */
export class GravSite extends ProgramApp {
  constructor(platform: Platform, id: string, props: GravSiteProps) {
    super(platform, id, props, {
      shape: 'GravSite',
      base: ({ base, repository, branch }: GravSiteProps) =>
        mergeLayer<AppSpec>(grav({ repository, branch }, platform.props.contact), base),
    });
    if (this.environments.length === 0) return;
    const wrong = repositoryFault(props.repository);
    if (wrong) platform.problems.add(this, wrong);
    else for (const environment of this.environments) tokenFor(environment, props.repository);
  }
}

const html = '/var/www/html';
const password = { keys: { password: 'any' }, as: 'file', generate: true } as const;

const grav = (content: GravContent, contact: string): AppSpec => ({
  image: 'ghcr.io/clubcedille/grav:0.0.8',
  port: 8080,
  user: 33, // www-data, which the image's files belong to
  size: 'medium',
  volumes: { site: { mount: `${html}/user`, size: '1Gi', personalData: false } },
  exempt: [{ rule: 'high-user-id', reason: 'the files in its image belong to www-data' }],
  // A new volume is empty: it gets what the image has at its place.
  prepare: ['/bin/sh', '-c', `[ -e /prepare/site/config ] || cp -R ${html}/user/. /prepare/site/`],
  command: ['/opt/cedille/start.sh'],
  files: { '/opt/cedille/start.sh': gravStart(content, contact) },
  scratch: [
    ...['assets', 'backup', 'cache', 'images', 'logs', 'tmp'].map((folder) => `${html}/${folder}`),
    '/tmp',
    '/var/run/apache2',
    '/var/lock/apache2',
  ],
  internet: true, // GitHub
  secrets: {
    admin: password,
    sre: password,
    salt: password,
    github: { keys: { token: 'made by Vault' }, as: 'file', path: 'github/token/{namespace}' },
  },
});

/** Lets Vault make tokens for this repository and no other. */
function tokenFor(environment: AppEnvironment, repository: string): void {
  const [organizationName = '', name = ''] = repository.split('/');
  const { vault } = Platform.of(environment).props;
  new GitHubSecretEngineRole(environment.hostPart, 'github', {
    metadata: { name: environment.namespace, namespace: vault.namespace },
    spec: {
      authentication: vaultLogin(vault.roles.admin),
      path: 'github',
      organizationName,
      repositories: [name],
    },
  });
  Platform.of(environment).need(environment.hostPart, GitHubSecretEngineRole.GVK);
}
