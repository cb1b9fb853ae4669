import { kept, type Platform, SystemService } from '#constructs';
import { CryptoKey, CryptoKeySpecDeletionPolicy } from '../imports/cryptokey-kms.gcp.upbound.io.js';
import { KeyRing, KeyRingSpecDeletionPolicy } from '../imports/keyring-kms.gcp.upbound.io.js';
import { crossplaneConfig } from './crossplane-config.js';

/** The key in Google's KMS that Vault unseals with. Whoever loses it loses all that is in Vault, so nothing deletes it. */
export const unsealKey = (platform: Platform) => {
  const service = new SystemService(platform, 'unseal-key', {
    namespace: 'crossplane',
    podSecurity: 'other',
    dependsOn: [crossplaneConfig],
  });
  const providerConfigRef = { name: 'plateforme-cedille' };
  const ring = new KeyRing(service, 'ring', {
    metadata: { name: 'prod-vault-keyring', annotations: kept },
    spec: {
      deletionPolicy: KeyRingSpecDeletionPolicy.ORPHAN,
      providerConfigRef,
      forProvider: { location: 'northamerica-northeast1' },
    },
  });
  new CryptoKey(service, 'key', {
    metadata: { name: 'prod-vault-cryptokey', annotations: kept },
    spec: {
      deletionPolicy: CryptoKeySpecDeletionPolicy.ORPHAN,
      providerConfigRef,
      forProvider: { keyRingRef: { name: ring.name } },
    },
  });
  return service;
};
