const prefix = 'cedille.club';

/** The platform's own labels, each read by something else than what writes it. */
export const ownLabels = {
  /** Of an Application: the cluster that it deploys to. */
  cluster: `${prefix}/cluster`,
  /** Of an Application: its project, by which notifications subscribe. */
  project: `${prefix}/project`,
  /** Of the pods of all previews of an app, inside the virtual cluster and on the host: the app's name. */
  preview: `${prefix}/preview`,
} as const;

/** The platform's own annotations. */
export const ownAnnotations = {
  /** Of an Application: a hash of its unit's files. When one changes the root drifts, and looks at the waves again. */
  contentHash: `${prefix}/content-hash`,
  /** Of an Application: the kinds that its chart brings to a virtual cluster, `group/Kind,…`. No file shows them. */
  provides: `${prefix}/provides`,
  /** Of a volume: `daily`, or why it is not backed up. */
  backup: `${prefix}/backup`,
  /** Of a volume: `false`, or why there may be personal data in it. */
  personalData: `${prefix}/personal-data`,
  /** Of a namespace: why its pods may do anything. */
  privilegedBecause: `${prefix}/privileged-because`,
} as const;

/** Prefix of the annotation that exempts an object from a rule. The rule's id follows; the value is the reason. */
export const exemptPrefix = `exempt.${prefix}/`;

/** Label of the pods that mount the same volume, by which they are kept on one node. */
export const sharedVolumeLabel = (claim: string): string => `volume.${prefix}/${claim}`;
