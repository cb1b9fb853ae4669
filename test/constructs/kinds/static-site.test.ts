import { describe, expect, it } from 'vitest';
import { StaticSite } from '../../../constructs/kinds/static-site.js';
import { folder, owner, testPlatform } from '../../platform.js';

const site = (server?: string) =>
  testPlatform().add(
    (on) =>
      new StaticSite(on, 'chess', {
        owner,
        image: 'ghcr.io/chess/site:1.0.0',
        server,
        prod: { host: 'chess.example.com' },
      }),
  );
const served = (platform: ReturnType<typeof site>) => folder(platform, 'prod/chess');

describe('StaticSite', () => {
  it('is nginx that can change nothing but its caches', () => {
    expect(folder(site(), 'prod/chess')).toMatchSnapshot();
  });

  it('serves the pages of the image on 8080, or as it is told', () => {
    expect(served(site())).toMatch(/listen 8080;\s+root \/usr\/share\/nginx\/html;/);
    expect(served(site('root /app/fr;'))).toMatch(/listen 8080;\s+root \/app\/fr;/);
  });
});
