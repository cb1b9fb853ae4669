import { type Platform, SystemService } from '#constructs';
import { chart } from './charts.js';
import { mayastor } from './mayastor.js';
import { settings } from './settings.js';

/**
 * A map of what runs, and of its faults. Off, and better left so: nobody maintains it since January 2024, and
 * its chart knows no password of its database but those in values or its own default. `enabled: true` is all it needs.
 */
export const kubevious = (platform: Platform) =>
  new SystemService(platform, 'kubevious', {
    enabled: false,
    podSecurity: 'baseline',
    charts: [{ chart: chart('kubevious'), values }],
    dependsOn: [mayastor],
    // The chart draws its database's passwords at every rendering: those that are there first stay.
    ignoreDifferences: [{ kind: 'Secret', jsonPointers: ['/data'] }],
    syncOptions: ['RespectIgnoreDifferences=true'],
  });

/** The values that differ from the chart's own. */
const values = {
  kubevious: { api: { skipSecrets: true } },
  mysql: { generate_passwords: true, persistence: { storageClass: settings.storage.files } },
  worldvious: { opt_out_all: true }, // it would report to its makers
};
