import { describe, expect, it } from 'vitest';
import type { Catalog, Place } from '../../../commands/catalog/model.js';
import { argocdAddress, githubAddress, grafanaAddress } from '../../../commands/catalog/page/links.js';
import { sampleCatalog } from './sample.js';

const tools = { argocd: 'https://argocd.example.com', grafana: 'https://grafana.example.com' };
const catalog: Catalog = { ...sampleCatalog(), tools };
const placeOf = (id: string): Place => {
  const place = catalog.entries.find((entry) => entry.id === id)?.places.at(0);
  if (!place) throw new Error(`${id} is nowhere`);
  return place;
};
const queryOf = (address = '') => {
  const panes = JSON.parse(new URL(address).searchParams.get('panes') ?? '');
  return panes.pods.queries[0].expr as string;
};

describe('links', () => {
  it('lead to a team, or to an organisation', () => {
    expect(githubAddress('@ClubCedille/sre')).toBe('https://github.com/orgs/ClubCedille/teams/sre');
    expect(githubAddress('@crabe-etsmtl')).toBe('https://github.com/crabe-etsmtl');
  });

  it('lead to the Application of a unit, if Argo CD is public', () => {
    const unit = catalog.units.find(({ path }) => path === 'prod/chess');
    if (!unit) throw new Error('there is no prod/chess');
    expect(argocdAddress(catalog, unit)).toBe('https://argocd.example.com/applications/argocd/prod-chess');
    expect(argocdAddress({ ...catalog, tools: {} }, unit)).toBeUndefined();
  });

  it('ask Grafana for pods by the names that they have on the host', () => {
    expect(queryOf(grafanaAddress(catalog, placeOf('chess')))).toContain(
      'namespace="vcluster-prod",pod=~".+-x-chess-prod-x-prod"',
    );
    expect(queryOf(grafanaAddress(catalog, placeOf('velero')))).toContain(
      '{container!="",namespace="velero"}',
    );
    expect(grafanaAddress({ ...catalog, tools: {} }, placeOf('chess'))).toBeUndefined();
  });
});
