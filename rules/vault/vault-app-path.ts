import { environments } from '../../constructs/values/environments.js';
import type { Item } from '../engine/inventory.js';
import type { ObjectRule } from '../engine/rule.js';
import { app, policy, randomSecret } from '../examples/vault-examples.js';
import { grantsOf, isVault, loginsOf } from './vault.js';

/** The app and the environment of a host part, from the name of its unit. */
const partOf = ({ unit }: Item): { app: string; environment: string } | undefined => {
  const environment = environments.find((each) => unit.endsWith(`-${each}`));
  return environment && { app: unit.slice(0, -environment.length - 1), environment };
};

export const vaultAppPath: ObjectRule = {
  id: 'vault-app-path',
  title: {
    en: 'The secrets of an app are under its own name and environment in Vault',
    fr: 'Les secrets d’une app sont sous son nom et son environnement dans Vault',
  },
  why: {
    en: 'A policy with the path of another app, or of production for staging, gives access to its passwords.',
    fr: 'Une policy avec le chemin d’une autre app, ou de la production pour staging, donne accès à ses mots de passe.',
  },
  fix: {
    en: 'Use kv/data/apps/<app>/<environment>/<name>, with the environment or `shared`',
    fr: 'Utilisez kv/data/apps/<app>/<environnement>/<nom>, avec l’environnement ou `shared`',
  },
  kinds: ['Policy', 'RandomSecret'],
  applies: (item, inventory) => isVault(item) && inventory.deploymentOf(item)?.project === 'host-parts',
  check: (item) => {
    const part = partOf(item);
    if (!part) return [];
    const paths = item.manifest.kind === 'Policy' ? grantsOf(item) : loginsOf(item);
    return paths
      .map(({ path }) => path)
      .filter((path) => path.startsWith('kv') || item.manifest.kind === 'RandomSecret')
      .filter((path) => {
        const [, name, environment = ''] = /^kv\/data\/apps\/([^/]+)\/([^/]+)\/[^/*+]+$/.exec(path) ?? [];
        return name !== part.app || ![part.environment, 'shared'].includes(environment);
      })
      .map((path) => ({
        en: `the path '${path}' is not of app '${part.app}' in ${part.environment}`,
        fr: `le chemin « ${path} » n’est pas celui de l’app « ${part.app} » en ${part.environment}`,
      }));
  },
  good: `${app()}${policy()}${randomSecret()}`.replace('---\n', ''),
  bad: `${app()}${policy('kv/data/apps/checkers/prod/api')}`.replace('---\n', ''),
  finds: ["the path 'kv/data/apps/checkers/prod/api' is not of app 'chess' in prod"],
};
