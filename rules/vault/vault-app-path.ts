import { environments } from '../../constructs/values/environments.js';
import type { Item } from '../engine/inventory.js';
import type { ObjectRule } from '../engine/rule.js';
import { app, policy, randomSecret } from '../examples/vault-examples.js';
import { grantsOf, isVault, loginsOf } from './vault.js';

/** The app and the environment of a host part: its unit is called after both. */
const partOf = ({ unit }: Item): { app: string; environment: string } | undefined => {
  const environment = environments.find((each) => unit.endsWith(`-${each}`));
  return environment && { app: unit.slice(0, -environment.length - 1), environment };
};

export const vaultAppPath: ObjectRule = {
  id: 'vault-app-path',
  title: 'Apps have their secrets under their own name and environment',
  why: 'A policy that names the path of another app, or of production from staging, gives its passwords away.',
  fix: 'Use kv/data/apps/<app>/<environment>/<name>, or `shared` for the environment',
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
      .map((path) => `path '${path}' is none of app '${part.app}' in ${part.environment}`);
  },
  good: `${app()}${policy()}${randomSecret()}`.replace('---\n', ''),
  bad: `${app()}${policy('kv/data/apps/checkers/prod/api')}`.replace('---\n', ''),
};
