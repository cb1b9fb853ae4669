/** The environments a club app can have. Each lives on exactly one cluster. */
export const environments = ['prod', 'staging', 'sandbox'] as const;

/** `prod`, `staging` or `sandbox`; anything else does not compile. */
export type Environment = (typeof environments)[number];

/** Whether `name` is an environment: for input that TypeScript has not seen. */
export const isEnvironment = (name: string): name is Environment =>
  (environments as readonly string[]).includes(name);
