export { orderKeys, toYaml } from './yaml.js';

/** A Kubernetes object as plain data, ready to be printed. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  readonly [key: string]: unknown;
}

/** The API group of an object: `apps` of `apps/v1`, empty for the core group's `v1`. */
export const groupOf = (manifest: { apiVersion: string }): string =>
  manifest.apiVersion.includes('/') ? (manifest.apiVersion.split('/')[0] ?? '') : '';

/** `<Kind>.<name>.yaml`, with what a file system may refuse replaced. */
export const fileName = ({ kind, metadata }: Manifest): string =>
  `${kind}.${metadata.name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}.yaml`;
