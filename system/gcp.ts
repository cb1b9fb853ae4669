/** The Google Cloud projects, by the ProviderConfig through which Crossplane reaches each. */
export const gcpProjects = {
  /** DNS and storage. */
  default: 'fine-harbor-276700',
  /** Keys. */
  'plateforme-cedille': 'plateforme-cedille',
};

/** Where backups are kept. */
export const backups = {
  /** Of all buckets in the world only one can have this name. */
  bucket: 'plateforme-cedille-backups',
  /** The one account that may write to it. */
  account: 'velero-backups',
};
