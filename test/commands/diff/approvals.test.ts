import { describe, expect, it } from 'vitest';
import { report } from '../../../commands/diff/report.js';
import { Zone } from '../../../constructs/values/zone.js';
import { application, type Files, tree } from './trees.js';

const responsible = {
  zones: [Zone.managed('cedille.club'), Zone.external('etsmtl.ca', { askTo: 'the school' })],
  clubs: [
    { club: 'Échecs', github: '@ChessETS/web' },
    { club: 'Go', github: '@GoETS' },
  ],
  platform: '@platform/team',
};

const applications = Object.fromEntries(
  [
    ['prod/chess', 'club-echecs'],
    ['host/chess-prod', 'host-parts'],
    ['host/dns', 'platform'],
    ['prod/poker', 'club-poker'],
  ].map(([unit = '', project]) => [
    `argocd/Application.${unit.replace('/', '-')}.yaml`,
    application(unit, { project }),
  ]),
);
const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a }\n';
const ingress = (host: string, rest = '') =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec: { rules: [{ host: ${host} }]${rest || `, tls: [{ hosts: [${host}] }]`} }\n`;

const asked = (before: Files, after: Files) =>
  Object.fromEntries(
    report(
      'base',
      tree({ ...applications, ...before }, []),
      tree({ ...applications, ...after }, []),
      responsible,
    ).approvals.map(({ who, why }) => [who, why]),
  );

describe('approval', () => {
  it('of a club is needed for its app, and for what the host holds of it', () => {
    const both = { 'prod/chess/a.yaml': account, 'host/chess-prod/a.yaml': account };
    expect(asked({}, both)).toEqual({ '@ChessETS/web': ['host/chess-prod', 'prod/chess'] });
    expect(asked(both, {})).toEqual({ '@ChessETS/web': ['host/chess-prod', 'prod/chess'] });
  });

  it('of the administrators is needed for the platform, and for clubs that nobody knows', () => {
    expect(asked({}, { 'host/dns/a.yaml': account })).toEqual({ '@platform/team': ['host/dns'] });
    expect(asked({}, { 'prod/poker/a.yaml': account })).toEqual({ '@platform/team': ['prod/poker'] });
    expect(asked({}, { 'omni/a.yaml': 'a: b\n' })).toEqual({ '@platform/team': ['omni/servers'] });
    const project =
      'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: { name: club-echecs }\nspec: {}\n';
    expect(asked({}, { 'argocd/AppProject.club-echecs.yaml': project })).toEqual({
      '@platform/team': ['host/app-of-apps'],
    });
  });

  it('of the administrators is needed for what is dangerous, whoever does it', () => {
    expect(asked({}, { 'prod/chess/a.yaml': ingress('a.cedille.club', ', tls: []') })).toEqual({
      '@ChessETS/web': ['prod/chess'],
      '@platform/team': ['a.cedille.club is served without TLS'],
    });
  });

  it('of those who keep a zone is needed for a new host in it, once', () => {
    const there = { 'prod/chess/a.yaml': ingress('chess.etsmtl.ca') };
    expect(asked({}, there)).toEqual({
      '@ChessETS/web': ['prod/chess'],
      'the school': ['the record of the new host chess.etsmtl.ca'],
    });
    expect(
      asked(there, { 'prod/chess/b.yaml': ingress('chess.etsmtl.ca').replace('name: a', 'name: b') }),
    ).toEqual({
      '@ChessETS/web': ['prod/chess'],
    });
    expect(asked({}, { 'prod/chess/a.yaml': ingress('chess.example.com') })).toEqual({
      '@ChessETS/web': ['prod/chess'],
      '@platform/team': ['the new host chess.example.com lies in no zone that is known'],
    });
  });
});
