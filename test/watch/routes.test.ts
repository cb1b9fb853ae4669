import { describe, expect, it } from 'vitest';
import { alertRoutes, channelLabel } from '../../system/alert-routes.js';
import { maintenance } from '../../system/settings.js';
import { channelConfigs, clubsByChannel } from '../../system/watch/channels.js';
import { app, owner, testPlatform } from '../platform.js';
import { type AlertmanagerConfig, alertmanagerConfig } from './alertmanager.js';
import { run } from './promtool.js';

const public_ = (name: string) => ({ prod: { host: `${name}.example.com` } });
const platform = testPlatform().add(
  app('chess', public_('chess')),
  app('go', { owner: { ...owner, club: "L'Intégrale (go+)", alerts: 'go' }, ...public_('go') }),
  app('sites', { owner: { ...owner, club: 'ACETS', alerts: 'cedille' }, ...public_('sites') }),
);
const configs = channelConfigs(platform);
const channels = [...configs].map(
  ([name, spec]) =>
    ({ metadata: { name: `channel-${name}`, labels: channelLabel }, spec }) as AlertmanagerConfig,
);
const config = alertmanagerConfig(alertRoutes as AlertmanagerConfig, channels);
const files = { 'alertmanager.yaml': config };

/** The receivers of an alert with these labels, as Alertmanager itself finds them. */
const receiversOf = (labels: Readonly<Record<string, string>>) =>
  run(
    'amtool',
    [
      'config',
      'routes',
      'test',
      '--config.file=alertmanager.yaml',
      ...Object.entries(labels).map(([name, value]) => `${name}=${value}`),
    ],
    files,
  )
    .trim()
    .split(',');

/** The channels that hear of such an alert. */
const told = (labels: Readonly<Record<string, string>>) =>
  receiversOf(labels).map((receiver) => receiver.split('/')[1]);

const chess = { club: 'Chess', app: 'chess', environment: 'prod' };

describe('the routes of alerts', () => {
  it('are ones that Alertmanager takes', () => {
    expect(run('amtool', ['check-config', 'alertmanager.yaml'], files)).toContain('SUCCESS');
  });

  it('know the clubs of each channel', () => {
    expect([...clubsByChannel(platform)]).toEqual([
      ['cedille', ['ACETS', 'Cédille']],
      ['chess', ['Chess']],
      ['go', ["L'Intégrale (go+)"]],
    ]);
  });

  it.each([
    ['a warning of a club, to the club', { ...chess, severity: 'warning' }, ['channel-chess']],
    [
      'what the public sees of it broken, to the on-call as well',
      { ...chess, severity: 'critical' },
      ['channel-chess', 'channel-on-call'],
    ],
    [
      'the same in staging, to the club alone',
      { ...chess, environment: 'staging', severity: 'critical' },
      ['channel-chess'],
    ],
    [
      'of a club with an odd name, to that club',
      { ...chess, club: "L'Intégrale (go+)", severity: 'warning' },
      ['channel-go'],
    ],
    ['of a club that Cédille speaks for, to Cédille', { ...chess, club: 'ACETS' }, ['channel-cedille']],
    [
      'of the platform, to Cédille and the on-call',
      { club: 'Cédille', environment: 'platform', severity: 'critical' },
      ['channel-cedille', 'channel-on-call'],
    ],
    [
      "of a chart's own rules, to Cédille",
      { alertname: 'TargetDown', severity: 'warning' },
      ['channel-cedille'],
    ],
    ['of a club that has no channel, to Cédille', { ...chess, club: 'Nobody' }, ['platform']],
  ])('lead %s', (_, labels, expected) => {
    expect(told(labels)).toEqual(expected);
  });

  it('lead what always fires nowhere', () => {
    const receivers = receiversOf({ alertname: 'Watchdog', severity: 'none' });
    expect(receivers).toEqual(['monitoring/channel-cedille/nobody', 'monitoring/platform/nobody']);
  });

  it('are silent in the window of maintenance, each channel of them', () => {
    const [window] = config.mute_time_intervals.flatMap(({ time_intervals }) => time_intervals);
    expect(window).toEqual({
      weekdays: [maintenance.weekday],
      times: [{ start_time: maintenance.from, end_time: maintenance.to }],
    });
    for (const { metadata, spec } of channels) {
      expect(spec.route.muteTimeIntervals, metadata.name).toEqual(['maintenance']);
    }
  });

  it('silence what follows from another alert', () => {
    const inhibits = (alert: string) =>
      config.inhibit_rules
        .filter(({ source_matchers: [source = ''] }) => new RegExp(`"(.*\\|)?${alert}(\\|.*)?"`).test(source))
        .flatMap(({ target_matchers }) => target_matchers);
    expect(inhibits('NodeDown')).toEqual(['alertname!="NodeDown"']);
    expect(inhibits('HostDown')).toEqual(['alertname=~"HostSlow|AppErrors|AppBudget.*"']);
    expect(config.inhibit_rules[0]?.equal).toEqual(['node']);
  });
});
