/**
 * The same address at a private mirror, which keeps each source under its own host name:
 * `https://charts.loft.sh` becomes `https://<mirror>/charts.loft.sh`, an OCI address likewise.
 */
export function mirrored(address: string, mirror: string | undefined): string {
  if (!mirror) return address;
  const [, scheme = '', rest = ''] = /^([a-z]+:\/\/)?(.*)$/.exec(address) ?? [];
  return `${scheme}${mirror}/${rest}`;
}
