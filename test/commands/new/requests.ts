/** One request of each kind, as flags. */
export const requests: Readonly<Record<string, readonly string[]>> = {
  grav: [
    ...[
      'app',
      'zz-chess',
      '--kind',
      'grav',
      '--club',
      "L'Échec",
      '--github',
      '@ChessETS',
      '--alerts',
      'chess',
    ],
    ...['--repository', 'ClubCedille/chess.etsmtl.ca', '--branch', 'main', '--host', 'zz-chess.etsmtl.ca'],
  ],
  web: [
    ...['app', 'zz-robots', '--kind', 'web', '--club', "Robo'ÉTS", '--image', 'ghcr.io/robo/site:1.2.3'],
    ...[
      '--port',
      '3000',
      '--probe',
      '/healthz',
      '--host',
      'zz-robots.etsmtl.ca',
      '--staging-host',
      'zz.etsmtl.club',
    ],
  ],
  static: [
    ...['app', 'aa-pages', '--kind', 'static', '--club', 'cedille', '--host', 'aa-pages.omni.cedille.club'],
    ...['--image', `ghcr.io/clubcedille/pages@sha256:${'0123456789abcdef'.repeat(4)}`],
  ],
  chart: [
    ...[
      'app',
      'zz-chain',
      '--kind',
      'chart',
      '--club',
      'Capra',
      '--chart',
      'podinfo',
      '--chart-version',
      '6.5.0',
    ],
    ...['--chart-repository', 'https://stefanprodan.github.io/podinfo', '--service', 'zz-chain-podinfo'],
    ...['--port', '9898', '--host', 'zz-chain.omni.cedille.club'],
  ],
  service: [
    ...['service', 'zz-falco', '--description', 'Looks for odd behaviour in pods', '--chart', 'falco'],
    ...['--chart-version', '4.0.0', '--chart-repository', 'https://falcosecurity.github.io/charts'],
  ],
};
