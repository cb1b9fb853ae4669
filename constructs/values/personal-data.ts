import { type Fault, fault } from '../refusals/fault.js';
import { exemptions } from './exemption.js';
import { ownAnnotations } from './labels.js';

/** What is wrong with a volume that says nothing of them. */
export const personalDataFault = (because: unknown, field?: readonly string[]): Fault | undefined =>
  because === false || (typeof because === 'string' && because !== '')
    ? undefined
    : fault('personal-data-unsaid', {}, { field });

/** What a volume says of personal data: that it holds none, or why it may. */
export const personalData = (because: boolean | string): Record<string, string> => ({
  [ownAnnotations.personalData]: `${because !== false}`,
  ...(because !== false && exemptions({ rule: 'personal-data', reason: `${because}` })),
});
