import { labelsOf } from './rule.js';
import type { Watched } from './watched.js';

/** The module of the blackbox exporter for hosts whose certificate browsers trust, and for those of a test authority. */
export const probeModules = { trusted: 'http_2xx', untrusted: 'http_2xx_any_certificate' } as const;

/** For each route that makes something public, by name, the spec of the Probe that asks its hosts every minute. */
export const probes = (all: readonly Watched[]): Record<string, object> =>
  Object.fromEntries(
    all.flatMap(({ whose, watch, routes }) =>
      routes.map(({ hosts, trusted }, index) => [
        [whose.app, whose.environment, ...(index > 0 ? [index + 1] : [])].join('-'),
        {
          jobName: 'hosts',
          interval: '1m',
          scrapeTimeout: '15s',
          module: trusted ? probeModules.trusted : probeModules.untrusted,
          prober: { url: 'blackbox-exporter.monitoring.svc:9115' },
          targets: {
            staticConfig: {
              static: hosts.map((host) => `https://${host}${watch.path}`),
              labels: labelsOf(whose),
            },
          },
        },
      ]),
    ),
  );
