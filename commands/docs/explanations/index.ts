import type { RefusalId } from '../../../constructs/refusals/fault.js';
import { answers } from './answers.js';
import { app } from './app.js';
import { data } from './data.js';
import type { Explanation } from './explanation.js';
import { loading } from './loading.js';
import { machines } from './machines.js';
import { names } from './names.js';
import { preview } from './preview.js';
import { program } from './program.js';
import { shape } from './shape.js';
import { structure } from './structure.js';

/** An explanation of each refusal, by its id. */
export const explanations: Readonly<Record<RefusalId, Explanation>> = {
  ...answers,
  ...app,
  ...data,
  ...loading,
  ...machines,
  ...names,
  ...preview,
  ...program,
  ...shape,
  ...structure,
};
