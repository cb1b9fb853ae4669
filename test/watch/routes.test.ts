import { describe, expect, it } from 'vitest';
import { maintenance } from '../../system/settings.js';
import { clubsByChannel } from '../../system/watch/channels.js';
import { channels, config, platform } from './sample-routes.js';

describe('the routes of alerts', () => {
  it('know the clubs of each channel', () => {
    expect([...clubsByChannel(platform)]).toEqual([
      ['cedille', ['ACETS', 'Cédille']],
      ['chess', ['Chess']],
      ['go', ["L'Intégrale (go+)"]],
    ]);
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
