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
