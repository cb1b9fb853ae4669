import { kept, type Platform, SystemService } from '#constructs';
import { Bucket, BucketSpecDeletionPolicy } from '../imports/bucket-storage.gcp.upbound.io.js';
import { BucketIamMember } from '../imports/bucketiammember-storage.gcp.upbound.io.js';
import { ServiceAccount } from '../imports/serviceaccount-cloudplatform.gcp.upbound.io.js';
import { crossplaneConfig } from './crossplane-config.js';
import { backups, gcpProjects } from './gcp.js';

/** Where backups are kept, off-site: a bucket in Montréal, and the one account that may write to it. */
export const backupStorage = (platform: Platform) => {
  const service = new SystemService(platform, 'backup-storage', {
    namespace: 'crossplane',
    podSecurity: 'other',
    dependsOn: [crossplaneConfig],
  });
  new Bucket(service, 'bucket', {
    metadata: { name: backups.bucket, annotations: kept },
    spec: {
      deletionPolicy: BucketSpecDeletionPolicy.ORPHAN,
      forProvider: {
        location: 'NORTHAMERICA-NORTHEAST1',
        uniformBucketLevelAccess: true,
        publicAccessPrevention: 'enforced',
      },
    },
  });
  new ServiceAccount(service, 'account', {
    metadata: { name: backups.account },
    spec: { forProvider: { displayName: 'Velero, which writes the backups of the platform' } },
  });
  new BucketIamMember(service, 'member', {
    metadata: { name: backups.account },
    spec: {
      forProvider: {
        bucketRef: { name: backups.bucket },
        role: 'roles/storage.objectAdmin',
        member: `serviceAccount:${backups.account}@${gcpProjects.default}.iam.gserviceaccount.com`,
      },
    },
  });
  return service;
};
