import { ownAnnotations } from '../values/labels.js';

/** Velero leaves out what carries this label; the virtual cluster copies it to the host. */
export const excludeLabel = 'velero.io/exclude-from-backup';

/** Of a volume: that it is backed up every night, or why it is not. */
export const backupAnnotation = (noBackup: string | undefined): Record<string, string> => ({
  [ownAnnotations.backup]: noBackup === undefined ? 'daily' : `none: ${noBackup}`,
});

/** Labels of a claim: those by which Velero leaves it out, if it needs no backup. */
export const backupLabels = (noBackup: string | undefined): Record<string, string> | undefined =>
  noBackup === undefined ? undefined : { [excludeLabel]: 'true' };

/** Annotations of a pod: the volumes whose files Velero does not read, and what it has a container do before it reads the others. */
export const backupOfPod = (
  excluded: readonly string[],
  dump?: { readonly container: string; readonly script: string },
): Record<string, string> => ({
  ...(excluded.length > 0 && { 'backup.velero.io/backup-volumes-excludes': excluded.join(',') }),
  ...(dump && {
    'pre.hook.backup.velero.io/container': dump.container,
    'pre.hook.backup.velero.io/command': JSON.stringify(['/bin/sh', '-ec', dump.script]),
    'pre.hook.backup.velero.io/timeout': '30m',
    'pre.hook.backup.velero.io/on-error': 'Fail', // a backup without what it is for is none
  }),
});
