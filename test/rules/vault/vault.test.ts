import { describe, expect, it } from 'vitest';
import { app, policy, randomSecret, role, secretClass } from '../../../rules/examples/vault-examples.js';
import { covers } from '../../../rules/vault/vault.js';
import { vaultAccount } from '../../../rules/vault/vault-account.js';
import { vaultAppPath } from '../../../rules/vault/vault-app-path.js';
import { vaultPath } from '../../../rules/vault/vault-path.js';
import { vaultRole } from '../../../rules/vault/vault-role.js';
import { found } from '../found.js';

const account = { name: 'default', namespace: 'grafana' };

describe('a path of a policy', () => {
  it.each([
    ['kv/data/apps/*', 'kv/data/apps/chess/prod/api', true],
    ['kv/data/apps/chess', 'kv/data/apps/chess/prod', false],
    ['sys/policies/password/+/generate', 'sys/policies/password/long/generate', true],
    ['sys/policies/password/+/generate', 'sys/policies/password/a/b/generate', false],
    [
      'kv/data/{{a.service_account_namespace}}/{{a.service_account_name}}/*',
      'kv/data/grafana/default/x',
      true,
    ],
    [
      'kv/data/{{a.service_account_namespace}}/{{a.service_account_name}}/*',
      'kv/data/vault/default/x',
      false,
    ],
    ['kv.data/x', 'kv/data/x', false],
  ])('%s covers %s: %s', (pattern, path, isCovered) => {
    expect(covers(pattern, path, account)).toBe(isCovered);
  });
});

describe('a role of Vault', () => {
  it('names a policy, a namespace and an account that exist', () => {
    expect(found(vaultRole, `${app()}${policy(undefined, 'chess-prd')}${role()}`)).toEqual([
      "its policy 'chess-prod' does not exist",
    ]);
    expect(
      found(vaultRole, `${app()}${policy()}${role().replace('[vcluster-prod]', '[vclusterprod]')}`),
    ).toEqual(["its namespace 'vclusterprod' does not exist"]);
    expect(found(vaultRole, `${app()}${policy()}${role('chess')}`)).toEqual([
      "its service account 'chess' does not exist in namespace 'vcluster-prod'",
    ]);
  });

  it('may name what a chart brings, inside the virtual cluster', () => {
    const chart = `---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: chart, labels: { cedille.club/cluster: prod } }
spec: { destination: { name: prod, namespace: go-prod }, source: { chart: go } }
`;
    expect(found(vaultRole, `${app()}${policy()}${role('go-x-go-prod-x-prod')}${chart}`)).toEqual([]);
    expect(found(vaultRole, `${app()}${policy()}${role('go-x-go-prod-x-prod')}`)).toHaveLength(1);
  });
});

describe('whoever asks Vault', () => {
  it('asks by a role that exists', () => {
    const other = secretClass().replace('roleName: chess-prod', 'roleName: ches-prod');
    expect(found(vaultPath, `${app()}${policy()}${role()}${other}`)).toEqual([
      "its role 'ches-prod' does not exist",
    ]);
  });

  it('asks for what a policy allows him', () => {
    expect(found(vaultPath, `${app()}${policy()}${role()}${randomSecret()}`)).toEqual([
      "role 'chess-prod' does not have 'create' on 'kv/data/apps/chess/prod/api'",
    ]);
    const odd = secretClass().replace('"[{', '"[{{');
    expect(found(vaultPath, `${app()}${policy()}${role()}${odd}`)).toEqual([
      'its objects are not valid YAML',
    ]);
  });

  it('says nothing where Vault is not there to be looked at', () => {
    expect(found(vaultPath, `${app()}${secretClass()}${randomSecret()}`)).toEqual([]);
  });

  it('is an account that the role lets in', () => {
    expect(found(vaultAccount, `${app('default')}${policy()}${role()}${secretClass()}`)).toEqual([
      "Deployment 'chess', which mounts it, logs in as service account 'default-x-chess-prod-x-prod' of namespace 'vcluster-prod', which role 'chess-prod' does not allow",
    ]);
    const anyone = role('"*"').replace(
      'targetNamespaces: [vcluster-prod]',
      'targetNamespaceSelector: { matchExpressions: [{ key: kubernetes.io/metadata.name, operator: NotIn, values: [x] }] }',
    );
    expect(found(vaultAccount, `${app('default')}${policy()}${anyone}${secretClass()}`)).toEqual([]);
    expect(
      found(vaultAccount, `${app()}${policy()}${anyone.replace('[x]', '[vcluster-prod]')}${secretClass()}`),
    ).toHaveLength(1);
  });
});

describe('an app has its secrets', () => {
  it.each([
    ['kv/data/apps/chess/prod/api', 0],
    ['kv/data/apps/chess/shared/api', 0],
    ['github/token/chess-prod', 0],
    ['kv/data/apps/chess/staging/api', 1],
    ['kv/data/apps/checkers/prod/api', 1],
    ['kv/data/apps/chess/prod/*', 1],
    ['kv/data/apps/*', 1],
    ['kv-system/default_passwords/docker', 1],
  ])('%s: %i faults', (path, count) => {
    expect(found(vaultAppPath, `${app()}${policy(path)}`)).toHaveLength(count);
  });

  it('and makes them up there', () => {
    expect(found(vaultAppPath, `${app()}${randomSecret('kv/data/apps/chess')}`)).toEqual([
      "the path 'kv/data/apps/chess/api' is not of app 'chess' in prod",
    ]);
  });
});
