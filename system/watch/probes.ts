import { labelsOf } from './rule.js';
import type { Watched } from './watched.js';

/**
 * The modules of the blackbox exporter: for hosts whose certificate browsers trust, for those of a test authority, and
 * for ports where nothing is known but that they speak TLS.
 */
export const probeModules = {
  trusted: 'http_2xx',
  untrusted: 'http_2xx_any_certificate',
  port: 'tls_connect',
} as const;

/** For each route or port that is public, by name, the spec of the Probe that asks it every minute. */
export const probes = (all: readonly Watched[]): Record<string, object> =>
  Object.fromEntries(
    all.flatMap(({ whose, watch, routes, ports }) => {
      const probe = (module: string, addresses: readonly string[]) => ({
        jobName: 'hosts',
        interval: '1m',
        scrapeTimeout: '15s',
        module,
        prober: { url: 'blackbox-exporter.monitoring.svc:9115' },
        targets: { staticConfig: { static: [...addresses], labels: labelsOf(whose) } },
      });
      const asked = [
        ...routes.map(({ hosts, trusted }) =>
          probe(
            trusted ? probeModules.trusted : probeModules.untrusted,
            hosts.map((host) => `https://${host}${watch.path}`),
          ),
        ),
        ...(ports.length > 0 ? [probe(probeModules.port, ports)] : []),
      ];
      const name = (index: number) =>
        [whose.app, whose.environment, ...(index > 0 ? [index + 1] : [])].join('-');
      return asked.map((spec, index) => [name(index), spec]);
    }),
  );
