// By Grafana's types and not its builder, @grafana/grafana-foundation-sdk: that knows no ClickHouse, writes defaults
// into every panel of every dashboard, and takes 60 ms to load, of the 1.4 s of CPU of a synth.
import type { Dashboard, Panel as SchemaPanel } from '@grafana/schema';

/** A type of Grafana's published schema, with the values of its enumerations as they are written in JSON. */
type Plain<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;

/** A dashboard as Grafana 10.4 takes it: the compiler holds it to Grafana's own schema. */
export type GrafanaDashboard = Plain<Dashboard>;
/** A panel of it. */
export type GrafanaPanel = Plain<SchemaPanel>;

/** The spec of a panel as people write it: what it shows, and where from. */
export interface PanelSpec {
  readonly title: string;
  readonly type: 'stat' | 'timeseries' | 'table' | 'logs';
  /** PromQL, one query a line of the legend. */
  readonly queries: readonly { readonly expr: string; readonly legend?: string }[];
  /** What is counted, in Grafana's words. @default 'short' */
  readonly unit?: string;
  /** From which value on it is red; below which, if `redBelow`. @default - no colours */
  readonly red?: number;
  readonly redBelow?: boolean;
  /** SQL for ClickHouse instead of queries. */
  readonly sql?: string;
}

/** Rows of panels, from top to bottom, each as wide as the others of its row. */
export type Rows = readonly (readonly PanelSpec[])[];

const prometheus = { type: 'prometheus', uid: 'prometheus' };
const clickhouse = { type: 'grafana-clickhouse-datasource', uid: 'clickhouse' };
const heights = { stat: 4, timeseries: 8, table: 8, logs: 10 };

const thresholds = ({ red, redBelow }: PanelSpec) =>
  red === undefined
    ? {}
    : {
        thresholds: {
          mode: 'absolute' as const,
          steps: [
            { value: null, color: redBelow ? 'red' : 'green' },
            { value: red, color: redBelow ? 'green' : 'red' },
          ],
        },
      };

const targetsOf = ({ type, queries, sql }: PanelSpec): GrafanaPanel['targets'] =>
  sql
    ? [{ refId: 'A', datasource: clickhouse, rawSql: sql, editorType: 'sql', queryType: 'logs', format: 2 }]
    : queries.map(({ expr, legend }, index) => ({
        refId: String.fromCharCode(65 + index),
        datasource: prometheus,
        expr,
        legendFormat: legend,
        ...(type === 'table' && { format: 'table', instant: true }),
      }));

/** The panels of rows, where they belong on the page. */
function panels(rows: Rows): GrafanaPanel[] {
  const made: GrafanaPanel[] = [];
  let y = 0;
  for (const row of rows) {
    const w = Math.floor(24 / row.length);
    const h = Math.max(...row.map(({ type }) => heights[type]));
    for (const [index, spec] of row.entries()) {
      made.push({
        id: made.length + 1,
        type: spec.type,
        title: spec.title,
        datasource: spec.sql ? clickhouse : prometheus,
        gridPos: { h, w, x: w * index, y },
        fieldConfig: {
          defaults: { unit: spec.unit ?? 'short', ...thresholds(spec) },
          overrides: [],
        },
        targets: targetsOf(spec),
      });
    }
    y += h;
  }
  return made;
}

/** What all dashboards have in common. */
export const dashboard = (
  uid: string,
  title: string,
  rows: Rows,
  more: Partial<GrafanaDashboard> = {},
): GrafanaDashboard => ({
  uid,
  title,
  editable: false,
  schemaVersion: 39,
  refresh: '1m',
  time: { from: 'now-6h', to: 'now' },
  ...more,
  panels: panels(rows),
});
