import { exemptions } from './exemption.js';
import { ownAnnotations } from './labels.js';

/** What is wrong with a volume that says nothing of them. */
export const personalDataFault = (because: unknown): { what: string; mend: string } | undefined =>
  because === false || (typeof because === 'string' && because !== '')
    ? undefined
    : {
        what: 'it does not say whether personal data may be in it',
        mend: "Add personalData: false, or the reason why it is so: personalData: 'names of the members, …'",
      };

/** What a volume says of personal data: that it holds none, or why it may. */
export const personalData = (because: boolean | string): Record<string, string> => ({
  [ownAnnotations.personalData]: `${because !== false}`,
  ...(because !== false && exemptions({ rule: 'personal-data', reason: `${because}` })),
});
