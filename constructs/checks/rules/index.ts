import type { Rule } from '../rule.js';
import { budgetAllows } from './budget-allows.js';
import { budgetPresent } from './budget-present.js';
import { budgetTarget } from './budget-target.js';
import { claimRef } from './claim-ref.js';
import { configMapRef } from './config-map-ref.js';
import { hpaReplicas } from './hpa-replicas.js';
import { hpaTarget } from './hpa-target.js';
import { ingressClass } from './ingress-class.js';
import { ingressService } from './ingress-service.js';
import { ingressTls } from './ingress-tls.js';
import { issuer } from './issuer.js';
import { kustomizationResources } from './kustomization-resources.js';
import { labelValues } from './label-values.js';
import { monitorTarget } from './monitor-target.js';
import { namespaceExists } from './namespace-exists.js';
import { networkPolicyPeers } from './network-policy-peers.js';
import { networkPolicyTarget } from './network-policy-target.js';
import { oneOwner } from './one-owner.js';
import { podIsolated } from './pod-isolated.js';
import { podSecurityLabels } from './pod-security-labels.js';
import { priorityClassRef } from './priority-class-ref.js';
import { readinessProbe } from './readiness-probe.js';
import { roleRef } from './role-ref.js';
import { rolloutTarget } from './rollout-target.js';
import { schema } from './schema.js';
import { secretProviderClassRef } from './secret-provider-class-ref.js';
import { secretRef } from './secret-ref.js';
import { selectorMatchesTemplate } from './selector-matches-template.js';
import { serviceAccountRef } from './service-account-ref.js';
import { servicePort } from './service-port.js';
import { serviceSelectsPods } from './service-selects-pods.js';
import { serviceType } from './service-type.js';
import { stableApiVersion } from './stable-api-version.js';
import { storageClassRef } from './storage-class-ref.js';
import { uniqueHost } from './unique-host.js';
import { volumeMounts } from './volume-mounts.js';

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  budgetAllows,
  budgetPresent,
  budgetTarget,
  claimRef,
  configMapRef,
  hpaReplicas,
  hpaTarget,
  ingressClass,
  ingressService,
  ingressTls,
  issuer,
  kustomizationResources,
  labelValues,
  monitorTarget,
  namespaceExists,
  networkPolicyPeers,
  networkPolicyTarget,
  oneOwner,
  podIsolated,
  podSecurityLabels,
  priorityClassRef,
  readinessProbe,
  roleRef,
  rolloutTarget,
  schema,
  secretProviderClassRef,
  secretRef,
  selectorMatchesTemplate,
  serviceAccountRef,
  servicePort,
  serviceSelectsPods,
  serviceType,
  stableApiVersion,
  storageClassRef,
  uniqueHost,
  volumeMounts,
];
