import { describe, expect, it } from 'vitest';
import { budgetAllows } from '../../../rules/availability/budget-allows.js';
import { budgetPresent } from '../../../rules/availability/budget-present.js';
import { budgetTarget } from '../../../rules/availability/budget-target.js';
import { hpaReplicas } from '../../../rules/availability/hpa-replicas.js';
import { hpaTarget } from '../../../rules/availability/hpa-target.js';
import { application } from '../../../rules/examples/example-application.js';
import { deployment } from '../../../rules/examples/examples.js';
import { found } from '../findings.js';

const budget = (says: string, name = 'chess') =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: ${name} }\nspec: { ${says}, unhealthyPodEvictionPolicy: AlwaysAllow, selector: { matchLabels: { app: chess } } }`;
const scaler = (says: string) =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: chess }\nspec: { ${says}, scaleTargetRef: { kind: Deployment, name: chess } }`;
const pods = (replicas: number) => deployment({ spec: `replicas: ${replicas}` });

describe('a budget', () => {
  it.each([
    ['maxUnavailable: 1', 1, 0],
    ['maxUnavailable: 0', 3, 1],
    ['maxUnavailable: 0%', 3, 1],
    ['maxUnavailable: 1%', 3, 0],
    ['minAvailable: 1', 1, 1],
    ['minAvailable: 1', 2, 0],
    ['minAvailable: 2', 2, 1],
    ['minAvailable: 50%', 2, 0],
    ['minAvailable: 51%', 2, 1],
    ['minAvailable: 100%', 9, 1],
    ['minAvailable: null', 2, 1],
  ])('of %s for %i pods has %i faults', (says, replicas, faults) => {
    expect(found(budgetAllows, pods(replicas), budget(says))).toHaveLength(faults);
  });

  it('goes by the least pods that an autoscaler keeps', () => {
    const least = (count: number) => scaler(`minReplicas: ${count}, maxReplicas: 9`);
    expect(found(budgetAllows, deployment({}), least(2), budget('minAvailable: 2'))).toEqual([
      "its minAvailable '2' leaves no pod to evict: Deployment 'chess' may have as few as 2: Write maxUnavailable: 1 and unhealthyPodEvictionPolicy: AlwaysAllow",
    ]);
    expect(found(budgetAllows, deployment({}), least(3), budget('minAvailable: 2'))).toEqual([]);
    expect(found(budgetPresent, deployment({}), least(2))).toHaveLength(1);
  });

  it('says that a pod that hangs may go', () => {
    const plain = budget('maxUnavailable: 1').replace(' unhealthyPodEvictionPolicy: AlwaysAllow,', '');
    expect(found(budgetAllows, pods(2), plain)).toHaveLength(1);
  });

  it('is wanted once of what has several pods', () => {
    expect(found(budgetPresent, pods(1))).toEqual([]);
    expect(
      found(budgetPresent, deployment({ spec: 'replicas: 2' }).replace('Deployment', 'DaemonSet')),
    ).toEqual([]);
    expect(
      found(budgetPresent, pods(2), budget('maxUnavailable: 1'), budget('maxUnavailable: 1', 'other')),
    ).toEqual(['its pods have 2 PodDisruptionBudgets: chess, other: Keep one of them']);
  });

  it('of no selector is for nothing', () => {
    expect(
      found(budgetTarget, pods(2), budget('maxUnavailable: 1').replace(/, selector.*\}\}? \}/, ' }')),
    ).toHaveLength(1);
  });
});

describe('an autoscaler', () => {
  const cpu =
    'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 75 } } }]';
  const value =
    'metrics: [{ type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 1 } } }]';
  const sized = deployment({ container: 'resources: { requests: { cpu: 100m } }' });
  it.each([
    ['is whole', sized, `minReplicas: 2, maxReplicas: 4, ${cpu}`, 0],
    ['never adds', sized, `minReplicas: 4, maxReplicas: 4, ${cpu}`, 1],
    ['keeps one', sized, `maxReplicas: 4, ${cpu}`, 1],
    ['has no requests', deployment({}), `minReplicas: 2, maxReplicas: 4, ${cpu}`, 1],
    ['needs none', deployment({}), `minReplicas: 2, maxReplicas: 4, ${value}`, 0],
    [
      'has limits, which stand for requests',
      deployment({ container: 'resources: { limits: { cpu: 1 } }' }),
      `minReplicas: 2, maxReplicas: 4, ${cpu}`,
      0,
    ],
    ['is told another number', pods(2), `minReplicas: 2, maxReplicas: 4, ${value}`, 1],
  ])('%s', (_, target, says, faults) => {
    expect(found(hpaReplicas, target, scaler(says))).toHaveLength(faults);
  });

  it('may keep one pod outside production', () => {
    const file = `# staging/chess/a.yaml\n${scaler('minReplicas: 1, maxReplicas: 4')}`;
    expect(found(hpaReplicas, application('staging/chess', 'chess-staging'), file)).toEqual([]);
    expect(found(hpaReplicas, application('staging/chess', 'chess-prod'), file)).toHaveLength(1);
  });

  it('scales a kind that is there under that name', () => {
    const stateful = deployment({}).replace('Deployment', 'StatefulSet');
    expect(found(hpaTarget, stateful, scaler('maxReplicas: 4'))).toHaveLength(1);
  });
});
