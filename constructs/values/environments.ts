/** What is true of each environment. Adding one here, and its cluster to the platform's settings, is all it takes. */
const table = {
  prod: { isProduction: true, priority: -10 },
  staging: { isProduction: false, priority: -100 },
  sandbox: { isProduction: false, priority: -1000 },
} as const;

/** `prod`, `staging` or `sandbox`; anything else does not compile. */
export type Environment = keyof typeof table;

/** The environments a club app can have. Each lives on exactly one cluster. */
export const environments = Object.keys(table) as readonly Environment[];

/** Whether `name` is an environment: for input that TypeScript has not seen. */
export const isEnvironment = (name: string): name is Environment => Object.hasOwn(table, name);

/** Whether the public depends on it: several pods, certificates that browsers trust, alerts at night. */
export const isProduction = (environment: Environment): boolean => table[environment].isProduction;

/** The value of its priority class. All are below 0, which is what the platform's own pods have. */
export const priorityOf = (environment: Environment): number => table[environment].priority;

/** The environments on which nobody depends. */
export const otherEnvironments: readonly Environment[] = environments.filter((name) => !isProduction(name));

/** The app and the environment of a name like `chess-prod`; undefined if it does not end in an environment. */
export function splitEnvironment(name: string): { app: string; environment: Environment } | undefined {
  const environment = environments.find((each) => name.endsWith(`-${each}`));
  return environment && { app: name.slice(0, -environment.length - 1), environment };
}
