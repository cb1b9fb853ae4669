import type { Answers } from './answers.js';
import { identifier, quoted } from './text.js';

/** The file of a system service that is a chart, as one would begin it by hand; it is formatted afterwards. */
export function serviceFile({ name = '', chart = '', description = '' }: Answers): string {
  return `import { type Platform, SystemService } from '#constructs';
import { chart } from './charts.js';

/** ${description.replace(/\.$/, '')}. */
export const ${identifier(name)} = (platform: Platform) =>
  new SystemService(platform, ${quoted(name)}, {
    charts: [{ chart: chart(${quoted(chart)}) }],
  });
`;
}
