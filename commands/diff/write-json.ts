import { pathText } from './fields.js';
import type { Judged } from './judge.js';
import type { Report } from './report.js';
import { exitCodes } from './severity.js';
import { isHidden } from './words.js';

/** A report for machines, in the shape that report.schema.json describes. Values of Secrets are left out. */
export const writeJson = ({ base, level, units, approvals }: Report): string =>
  JSON.stringify(
    {
      base,
      level,
      exitCode: exitCodes[level],
      approvals,
      units: units.map((unit) => ({ ...unit, changes: unit.changes.map(changeOf) })),
    },
    undefined,
    2,
  );

function changeOf(change: Judged) {
  const { action, level, findings, resource, before, after, fields } = change;
  return {
    action,
    level,
    kind: resource.kind,
    namespace: resource.namespace,
    name: resource.name,
    ...(before && { fileBefore: `dist/${before.file}` }),
    ...(after && { file: `dist/${after.file}` }),
    findings,
    fields: fields.map((field) => ({
      path: pathText(field.path),
      steps: field.path,
      ...(isHidden(change, field)
        ? { hidden: true }
        : {
            ...('before' in field && { before: field.before }),
            ...('after' in field && { after: field.after }),
            ...(field.at !== undefined && { at: field.at }),
            ...(field.order && { order: field.order }),
          }),
    })),
  };
}
