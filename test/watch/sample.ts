import { families } from '../../system/watch/families.js';
import { type Pages, ruleSpec } from '../../system/watch/rule.js';
import { watchedOn } from '../../system/watch/watched.js';
import { app, base, testPlatform } from '../platform.js';

/** Where the sample's alerts lead. */
export const pages: Pages = { runbooks: 'https://runbooks', grafana: 'https://grafana' };

/** A platform with one public app that has an objective, and one that says nothing. */
export const samplePlatform = () =>
  testPlatform().add(
    app('chess', {
      base: { ...base, slo: { availability: 99.5 }, watch: { slow: 2 } },
      staging: { host: 'chess-s.example.com' },
      prod: { host: 'chess.example.com' },
    }),
    app('quiet', { base: { ...base, internal: true }, prod: {} }),
  );

/** What Prometheus would be told for it. */
export const sampleFamilies = () => families(watchedOn(samplePlatform()));

/** The same as files for promtool, by name. */
export const sampleRules = () =>
  Object.fromEntries(sampleFamilies().map((family) => [`${family.name}.yaml`, ruleSpec(family, pages)]));
