import type { Rule } from '../rule.js';
import { claimRef } from './claim-ref.js';
import { configMapRef } from './config-map-ref.js';
import { ingressClass } from './ingress-class.js';
import { ingressService } from './ingress-service.js';
import { ingressTls } from './ingress-tls.js';
import { issuer } from './issuer.js';
import { labelValues } from './label-values.js';
import { priorityClassRef } from './priority-class-ref.js';
import { readinessProbe } from './readiness-probe.js';
import { roleRef } from './role-ref.js';
import { schema } from './schema.js';
import { secretProviderClassRef } from './secret-provider-class-ref.js';
import { secretRef } from './secret-ref.js';
import { selectorMatchesTemplate } from './selector-matches-template.js';
import { serviceAccountRef } from './service-account-ref.js';
import { servicePort } from './service-port.js';
import { serviceSelectsPods } from './service-selects-pods.js';
import { serviceType } from './service-type.js';
import { storageClassRef } from './storage-class-ref.js';
import { uniqueHost } from './unique-host.js';
import { volumeMounts } from './volume-mounts.js';

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  claimRef,
  configMapRef,
  ingressClass,
  ingressService,
  ingressTls,
  issuer,
  labelValues,
  priorityClassRef,
  readinessProbe,
  roleRef,
  schema,
  secretProviderClassRef,
  secretRef,
  selectorMatchesTemplate,
  serviceAccountRef,
  servicePort,
  serviceSelectsPods,
  serviceType,
  storageClassRef,
  uniqueHost,
  volumeMounts,
];
