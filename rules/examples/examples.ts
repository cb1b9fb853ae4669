/** What is special about a Deployment that a rule shows. Each part is YAML. */
interface Shown {
  /** Fields of its only container. */
  readonly container?: string;
  /** Fields of its pods. */
  readonly pod?: string;
  /** Fields of its spec. */
  readonly spec?: string;
  /** Its metadata beside the name. */
  readonly metadata?: string;
}

const indent = (text: string | undefined, by: number): string =>
  text
    ? text
        .split('\n')
        .map((line) => `${' '.repeat(by)}${line}\n`)
        .join('')
    : '';

/** The YAML of a Deployment `chess`, with what a rule is about. */
export const deployment = ({ container, pod, spec, metadata }: Shown): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: chess
${indent(metadata, 2)}spec:
${indent(spec, 2)}  selector: { matchLabels: { app: chess } }
  template:
    metadata: { labels: { app: chess } }
    spec:
${indent(pod, 6)}      containers:
        - name: chess
          image: ghcr.io/chess/site:1.4.2
${indent(container, 10)}`;

/** What is special about a CronJob that a rule shows. */
interface ShownCronJob {
  /** Fields of its spec. */
  readonly spec?: string;
  /** Fields of the spec of its Jobs. */
  readonly job?: string;
  /** When its container is started again. */
  readonly restart?: string;
}

/** The YAML of a CronJob `tidy`, with what a rule is about. */
export const cronJob = ({ spec, job, restart = 'Never' }: ShownCronJob): string => `apiVersion: batch/v1
kind: CronJob
metadata: { name: tidy }
spec:
${indent(spec, 2)}  schedule: "0 3 * * *"
  jobTemplate:
    spec:
${indent(job, 6)}      template:
        spec:
          restartPolicy: ${restart}
          containers: [{ name: tidy, image: "ghcr.io/chess/tidy:1.4.2" }]
`;
