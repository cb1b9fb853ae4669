import { alertRoutes, channelLabel } from '../../system/alert-routes.js';
import { channelConfigs } from '../../system/watch/channels.js';
import { app, owner, testPlatform } from '../platform.js';
import { type AlertmanagerConfig, alertmanagerConfig } from './alertmanager.js';

const public_ = (name: string) => ({ prod: { host: `${name}.example.com` } });
/** A platform of three clubs, one of which has Cédille speak for it. */
export const platform = testPlatform().add(
  app('chess', public_('chess')),
  app('go', { owner: { ...owner, club: "L'Intégrale (go+)", alerts: 'go' }, ...public_('go') }),
  app('sites', { owner: { ...owner, club: 'ACETS', alerts: 'cedille' }, ...public_('sites') }),
);
const configs = channelConfigs(platform);
/** What it tells the operator of each channel. */
export const channels = [...configs].map(
  ([name, spec]) =>
    ({ metadata: { name: `channel-${name}`, labels: channelLabel }, spec }) as AlertmanagerConfig,
);
/** What Alertmanager is told. */
export const config = alertmanagerConfig(alertRoutes as AlertmanagerConfig, channels);
