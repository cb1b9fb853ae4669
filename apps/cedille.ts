import { assumed, type Platform, StaticSite } from '#constructs';
import { clubs } from './clubs.js';

/** Cédille's own site. */
export const cedille = (platform: Platform) =>
  new StaticSite(platform, 'cedille', {
    owner: clubs.cedille,
    image: assumed(
      'the version: its club publishes the branch only',
      'ghcr.io/clubcedille/cedille.etsmtl.ca:main',
    ),
    preview: assumed('the image of a pull request: called as those of branches are, by the commit', {
      repository: 'ClubCedille/cedille.etsmtl.ca',
      image: 'ghcr.io/clubcedille/cedille.etsmtl.ca:commit-{sha}',
    }),
    prod: { host: 'cedille.etsmtl.ca' },
  });
