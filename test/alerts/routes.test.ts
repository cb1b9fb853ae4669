import { describe, expect, it } from 'vitest';
import { config } from '../watch/sample-routes.js';
import { run } from './promtool.js';

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

describe('the routes of alerts, as Alertmanager reads them', () => {
  it('are ones that Alertmanager takes', () => {
    expect(run('amtool', ['check-config', 'alertmanager.yaml'], files)).toContain('SUCCESS');
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
});
