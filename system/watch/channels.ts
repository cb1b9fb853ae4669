import { isApp, type Platform } from '#constructs';
import { channelConfig, matcher, noise, onCall, platformChannel } from '../alert-routes.js';
import { platformClub } from './watched.js';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The clubs that each channel hears of, by the name of the channel. */
export function clubsByChannel(platform: Platform): Map<string, string[]> {
  const channels = new Map([[platformChannel, new Set([platformClub])]]);
  for (const { owner } of platform.node.children.filter(isApp)) {
    const clubs = channels.get(owner.alerts) ?? new Set();
    channels.set(owner.alerts, clubs.add(owner.club));
  }
  return new Map([...channels].sort().map(([channel, clubs]) => [channel, [...clubs].sort()]));
}

/**
 * An AlertmanagerConfig for each channel, by name. Each is an object of its own, because the operator leaves out one
 * whose webhook Vault does not have yet, and would take none at all of one that holds them all; what is left out
 * goes to Cédille.
 */
export function channelConfigs(platform: Platform): Map<string, ReturnType<typeof channelConfig>> {
  const configs = new Map([[onCall.channel, channelConfig(onCall.channel, onCall.matchers)]]);
  for (const [channel, clubs] of clubsByChannel(platform)) {
    const isPlatform = channel === platformChannel;
    // Rules that come with charts name no club: they are about the platform.
    const names = [...(isPlatform ? [''] : []), ...clubs.map(escaped)];
    configs.set(
      channel,
      channelConfig(channel, [matcher('club', names.join('|'), '=~')], isPlatform ? noise : []),
    );
  }
  return configs;
}
