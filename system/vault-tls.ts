import type { SystemService } from '#constructs';
import {
  CertificateSpecPrivateKeyAlgorithm as Algorithm,
  Certificate,
  type CertificateSpec,
  CertificateSpecPrivateKeyRotationPolicy as Rotation,
  CertificateSpecUsages as Usages,
} from '../imports/certificate-cert-manager.io.js';
import { Issuer } from '../imports/issuer-cert-manager.io.js';

/** The Secret of Vault's certificate: `tls.crt`, `tls.key`, and `ca.crt`, by which clients know it. */
export const tlsSecret = 'vault-ha-tls';

/** What clients mount of it: not the key. */
export const caVolume = {
  name: 'vault-ca',
  secret: { secretName: tlsSecret, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
};
export const caMount = { name: caVolume.name, mountPath: '/vault/ca', readOnly: true };
export const caFile = `${caMount.mountPath}/ca.crt`;

/** A certificate authority of Vault's own, and the certificate of its servers under every name that they are called by. */
export function vaultTls(service: SystemService): void {
  issuer(service, 'vault-selfsigned', { selfSigned: {} });
  certificate(service, 'vault-ca', 'vault-selfsigned', {
    secretName: 'vault-ca',
    commonName: 'Vault of the Plateforme Cédille',
    isCa: true,
    duration: '87600h0m0s', // ten years: every client has to be given the next one
    usages: [Usages.CERT_SIGN, Usages.CRL_SIGN],
  });
  issuer(service, 'vault-ca', { ca: { secretName: 'vault-ca' } });
  certificate(service, tlsSecret, 'vault-ca', {
    secretName: tlsSecret,
    commonName: 'vault.vault.svc',
    duration: '8760h0m0s',
    usages: [Usages.DIGITAL_SIGNATURE, Usages.KEY_ENCIPHERMENT, Usages.SERVER_AUTH],
    dnsNames: [
      'vault',
      'vault.vault',
      'vault.vault.svc',
      'vault.vault.svc.cluster.local',
      '*.vault-internal',
      '*.vault-internal.vault.svc',
      '*.vault-internal.vault.svc.cluster.local',
      '*.vault',
    ],
    ipAddresses: ['127.0.0.1'],
  });
}

const issuer = (
  service: SystemService,
  name: string,
  spec: { selfSigned?: object; ca?: { secretName: string } },
) => new Issuer(service, `issuer ${name}`, { metadata: { name }, spec });

const certificate = (
  service: SystemService,
  name: string,
  issuedBy: string,
  spec: Omit<CertificateSpec, 'issuerRef'>,
) =>
  new Certificate(service, `certificate ${name}`, {
    metadata: { name },
    spec: {
      ...spec,
      issuerRef: { name: issuedBy, kind: 'Issuer' },
      privateKey: { algorithm: Algorithm.ECDSA, size: 256, rotationPolicy: Rotation.ALWAYS },
    },
  });
