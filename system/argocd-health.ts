/** What these operators install, the kinds of virtual machines among it, is there when they say so. */
const deployed = `local phase = (obj.status or {}).phase or 'Pending'
if phase == 'Deployed' then return { status = 'Healthy' } end
if phase == 'Error' then return { status = 'Degraded', message = phase } end
return { status = 'Progressing', message = phase }
`;

/** The operator of Vault keeps one condition for success and one for failure: the newer one holds. */
const reconciled = `local newest
for _, condition in ipairs((obj.status or {}).conditions or {}) do
  if newest == nil or condition.lastTransitionTime > newest.lastTransitionTime then newest = condition end
end
if newest == nil then return { status = 'Progressing', message = 'Waiting for Vault' } end
if newest.type == 'ReconcileSuccessful' then return { status = 'Healthy' } end
return { status = 'Degraded', message = newest.message }
`;

const vaultKinds = [
  'GitHubSecretEngineConfig',
  'GitHubSecretEngineRole',
  'KubernetesAuthEngineRole',
  'PasswordPolicy',
  'Policy',
  'RandomSecret',
  'SecretEngineMount',
  'VaultSecret',
];

/** Health checks in Lua, for kinds that Argo CD judges wrongly or not at all, by the key under which its settings take them. */
export const healthChecks = {
  /**
   * Without this Argo CD takes every child for healthy at once, and a wave waits for nothing. A child's health
   * only counts once it was judged on what it asks for now: until then it is progressing.
   */
  'resource.customizations.health.argoproj.io_Application': `local status = obj.status or {}
local compared = (status.sync or {}).comparedTo or {}
local function same(a, b)
  if type(a) ~= 'table' or type(b) ~= 'table' then return a == b end
  for key, value in pairs(a) do if not same(value, b[key]) then return false end end
  for key, value in pairs(b) do if a[key] == nil then return false end end
  return true
end
-- What was compared always has a source, an empty one beside several sources.
local fresh = same(obj.spec.sources, compared.sources)
if obj.spec.sources == nil then fresh = fresh and same(obj.spec.source, compared.source) end
local operation = (status.operationState or {}).phase
if operation == 'Failed' or operation == 'Error' then
  return { status = 'Degraded', message = status.operationState.message }
end
if not fresh or operation == nil or operation == 'Running' or status.health == nil then
  return { status = 'Progressing', message = 'Waiting for its sync' }
end
-- What someone switched off, such as a virtual machine, keeps no wave waiting.
if status.health.status == 'Suspended' then return { status = 'Healthy', message = 'Suspended' } end
return { status = status.health.status, message = status.health.message }
`,

  /** Ingresses get no address here, because Envoy is reached by node ports. */
  'resource.customizations.health.networking.k8s.io_Ingress': "return { status = 'Healthy' }\n",

  'resource.customizations.health.cdi.kubevirt.io_CDI': deployed,
  'resource.customizations.health.kubevirt.io_KubeVirt': deployed,
  ...Object.fromEntries(
    vaultKinds.map((kind) => [`resource.customizations.health.redhatcop.redhat.io_${kind}`, reconciled]),
  ),
};
