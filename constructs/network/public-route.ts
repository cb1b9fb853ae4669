import { k8s } from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { namespacePeer, onPort } from '../kube/peers.js';
import { Platform } from '../platform/platform.js';
import type { Unit } from '../platform/unit.js';
import { assertShape } from '../problems/shape.js';
import { type Environment, isProduction } from '../values/environments.js';
import { Mark } from '../values/mark.js';
import { hostFault, zoneOf } from '../values/zone.js';
import { DnsRecord } from './dns-record.js';

/** Port on which cert-manager's HTTP-01 solver pods listen. */
const solverPort = 8089;

/** A Service, and its port by number or name. */
export interface RouteTarget {
  readonly name: string;
  readonly port: number | string;
}

/** What makes something public. */
export interface PublicRouteProps {
  /** The name of the Ingress, and before `-tls` that of its certificate's Secret. @default - the id */
  readonly name?: string;
  /** The hosts, each claimed by nobody else on the platform. */
  readonly hosts: readonly string[];
  /** The Service behind them, and its port by number or name. */
  readonly service: RouteTarget;
  /** Other Services behind some paths of the hosts. @default - none */
  readonly paths?: Readonly<Record<string, RouteTarget>>;
  /** Whose certificate authority applies: browsers trust that of `prod` only. @default 'prod' */
  readonly environment?: Environment;
  /**
   * The unit on the host cluster that gets the DNS records; `'wildcard'` if one that others make leads there.
   * @default - the unit of the route
   */
  readonly records?: Unit | 'wildcard';
}

const routes = new Mark<PublicRoute>();

/**
 * The one way to be public: an Ingress of the platform's class with a certificate by cert-manager, and a
 * DNS record where the platform manages the zone. Reports a host that is malformed, taken or in no known zone.
 */
export class PublicRoute extends Construct {
  /** Whether `construct` is one. */
  static isPublicRoute(construct: IConstruct): construct is PublicRoute {
    return routes.isOn(construct);
  }

  /** The hosts that it serves; none if its unit is switched off. */
  readonly hosts: readonly string[];
  /** The Services behind them. */
  readonly services: readonly string[];
  /** Whether browsers trust its certificate. */
  readonly trusted: boolean;

  constructor(unit: Unit, id: string, props: PublicRouteProps) {
    assertShape('PublicRoute', props);
    super(unit, id);
    routes.put(this);
    const { service, paths: others, environment: certified = 'prod' } = props;
    this.services = [...new Set([service, ...Object.values(others ?? {})].map((target) => target.name))];
    this.trusted = isProduction(certified);
    this.hosts = this.serve(unit, id, props);
  }

  private serve(unit: Unit, id: string, props: PublicRouteProps): readonly string[] {
    if (!unit.enabled) return [];
    const platform = Platform.of(this);
    const { ingress, certificates } = platform.props;
    const { name = id, service, environment = 'prod', records = unit } = props;
    const hosts = props.hosts.filter((host) => this.claim(platform, host, records));
    if (!hosts[0]) return [];
    // In a virtual cluster these pods carry none of the labels that policies select by.
    if (unit.cluster === platform.hostCluster) this.admitChallenges(platform);

    const paths = { '/': service, ...props.paths };
    new k8s.KubeIngress(this, 'ingress', {
      metadata: {
        name,
        annotations: {
          'cert-manager.io/cluster-issuer': isProduction(environment)
            ? certificates.production
            : certificates.other,
          ...ingress.annotations(Object.keys(paths)),
        },
      },
      spec: {
        ingressClassName: ingress.className,
        tls: [{ hosts, secretName: `${name}-tls` }],
        rules: hosts.map((host) => ({
          host,
          http: {
            paths: Object.entries(paths).map(([path, target]) => ({
              path,
              pathType: 'Prefix',
              backend: { service: { name: target.name, port: portOf(target.port) } },
            })),
          },
        })),
      },
    });
    return hosts;
  }

  /** Lets the certificate authority ask the pods that cert-manager starts for it, which are closed off as all others. */
  private admitChallenges(platform: Platform): void {
    const { namespace, podLabels } = platform.props.ingress;
    new k8s.KubeNetworkPolicy(this, 'challenges', {
      metadata: { name: `${this.node.id}-challenges` },
      spec: {
        podSelector: { matchLabels: { 'acme.cert-manager.io/http01-solver': 'true' } },
        policyTypes: ['Ingress'],
        ingress: [{ from: [namespacePeer(namespace, podLabels)], ports: [onPort(solverPort)] }],
      },
    });
  }

  private claim(platform: Platform, host: string, records: Unit | 'wildcard'): boolean {
    const { zones } = platform.props;
    const wrong = hostFault(host, zones);
    if (wrong) {
      platform.problems.add(this, wrong);
      return false;
    }
    // It stands for others, which come and go.
    if (records === 'wildcard') return true;
    if (!platform.publicHosts.claim(host, this)) return false;
    const zone = zoneOf(host, zones);
    if (zone && !zone.askTo) new DnsRecord(records, host, { host, zone });
    return true;
  }
}

const portOf = (port: number | string): k8s.ServiceBackendPort =>
  typeof port === 'number' ? { number: port } : { name: port };
