import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate and its key: as PEM, and the files they lie in. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** A throw-away certificate authority: its key lives in the temporary folder of one run. */
export class Authority {
  readonly ca: Certificate;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    openssl(
      ...['req', '-x509', '-new', '-subj', '/CN=test authority', '-days', '2'],
      ...[...newKey, '-keyout', this.file('ca.key'), '-out', this.file('ca.crt')],
    );
    this.ca = this.read('ca');
  }

  /** For a server, by its names and addresses. */
  forServer(name: string, names: readonly string[]): Certificate {
    const alternatives = names.map((each) => `${/^[\d.]+$/.test(each) ? 'IP' : 'DNS'}:${each}`);
    return this.sign(name, `/CN=${name}`, [
      `subjectAltName=${alternatives.join(',')}`,
      'extendedKeyUsage=serverAuth',
    ]);
  }

  /** For a client: Kubernetes takes the common name for the user, the organisation for the group. */
  forClient(name: string, group: string): Certificate {
    return this.sign(name, `/O=${group}/CN=${name}`, ['extendedKeyUsage=clientAuth']);
  }

  /** A key that signs the tokens of service accounts. */
  signingKey(): string {
    const file = this.file('service-accounts.key');
    if (!existsSync(file))
      openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', file);
    return file;
  }

  private sign(name: string, subject: string, extensions: readonly string[]): Certificate {
    const request = this.file(`${name}.csr`);
    const extensionFile = this.file(`${name}.ext`);
    writeFileSync(extensionFile, `${extensions.join('\n')}\n`);
    openssl('req', '-new', '-subj', subject, ...newKey, '-keyout', this.file(`${name}.key`), '-out', request);
    openssl(
      ...[
        'x509',
        '-req',
        '-in',
        request,
        '-days',
        '2',
        '-extfile',
        extensionFile,
        '-out',
        this.file(`${name}.crt`),
      ],
      ...['-CA', this.ca.certFile, '-CAkey', this.ca.keyFile, '-CAcreateserial'],
    );
    return this.read(name);
  }

  private file(name: string): string {
    return join(this.folder, name);
  }

  private read(name: string): Certificate {
    const [certFile, keyFile] = [this.file(`${name}.crt`), this.file(`${name}.key`)];
    return { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8'), certFile, keyFile };
  }
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
