/**
 * The ports on which the shared Gateway is reached on every node. Contour asks for a node port of the listener's own
 * number, and Kubernetes only grants 30000 to 32767: with 80 and 443 the Service would be refused.
 */
export const gatewayPorts = { http: 30080, https: 30443 };

/** The port on which Envoy's pod listens for a listener's port: Contour adds 8000. */
export const podPort = (listener: number): number => listener + 8000;
