import { type PlatformProps, placeholder, Zone } from '#constructs';
import { ingress } from './envoy.js';

/** The image of the Kubernetes inside virtual clusters: the minor version of the host's. */
export const kubernetesImage = 'rancher/k3s:v1.28.15-k3s1';

/** Where people find Grafana. */
export const grafanaHost = 'grafana.omni.cedille.club';

/** Who hears alerts is left in peace for this window of every week, in UTC: what is being mended then rings nobody. */
export const maintenance = { weekday: 'sunday', from: '08:00', to: '10:00' } as const;

/** What is true of the platform as a whole, and not of one service. */
export const settings: PlatformProps = {
  git: { repository: 'https://github.com/ClubCedille/Plateforme-Cedille.git', revision: 'master' },
  environments: { prod: 'prod', staging: 'staging', sandbox: 'sandbox' },
  zones: [
    Zone.managed('omni.cedille.club'),
    Zone.external('cedille.club', { askTo: 'Cédille, who keeps it at its registrar' }),
    Zone.external('etsmtl.club', { askTo: 'Cédille, who keeps it at its registrar' }),
    Zone.external('etsmtl.ca', { askTo: 'the IT service of ÉTS' }),
    Zone.external('algoets.ca', { askTo: 'AlgoÉTS' }),
    Zone.external('clubapplets.ca', { askTo: 'ApplETS' }),
    Zone.external('comets-ets.com', { askTo: 'Comets' }),
    Zone.external('exutoire.ca', { askTo: "L'Exutoire" }),
    Zone.external('fraternitedupiranha.com', { askTo: 'Fraternité du Piranha' }),
    Zone.external('habitek.ca', { askTo: 'Habitek' }),
    Zone.external('ingenieuses.ca', { askTo: 'Les Ingénieuses' }),
  ],
  // Of the range kept for documentation (RFC 5737).
  entryAddress: placeholder(
    'the address of the machine omni-endpoint-vm, through which the internet reaches Envoy',
    '203.0.113.10',
  ),
  previewDomain: 'sandbox.omni.cedille.club',
  ingress,
  certificates: { production: 'letsencrypt-prod', other: 'letsencrypt-staging' },
  vault: {
    address: 'https://vault.vault.svc:8200',
    namespace: 'vault',
    roles: { admin: 'config-admin', keeper: 'app-keeper', reader: 'secret-reader' },
  },
  timeZone: 'America/Toronto',
  contact: 'cedille@etsmtl.ca',
  // Generous, so that nobody is refused by a guess.
  workers: placeholder('what the workers have, which is not published', {
    count: 3,
    cpu: '32',
    memory: '128Gi',
    charts: { cpu: '8', memory: '32Gi' },
  }),
  telemetry: {
    service: 'gateway-collector',
    namespace: 'opentelemetry-collector',
    podLabels: { 'app.kubernetes.io/name': 'gateway-collector' },
    ports: { grpc: 4317, http: 4318 },
  },
  metrics: {
    service: 'kube-prometheus-stack-prometheus',
    namespace: 'monitoring',
    podLabels: { 'app.kubernetes.io/name': 'prometheus' },
    port: 9090,
  },
  storage: { files: 'mayastor', database: 'local-hostpath' },
};
