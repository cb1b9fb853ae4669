import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const packages = { promtool: 'prometheus', amtool: 'prometheus-alertmanager' };

/**
 * Runs one of Prometheus' own tools on files, which it finds by their names in its working folder.
 * What it prints; throws with its complaint if it is not content, and with how to install it if it is missing.
 */
export function run(
  tool: keyof typeof packages,
  args: readonly string[],
  files: Readonly<Record<string, unknown>>,
): string {
  const cwd = mkdtempSync(join(tmpdir(), `${tool}-`));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(cwd, name), JSON.stringify(content, null, 1)); // JSON is YAML
    }
    const { error, status, stdout, stderr } = spawnSync(tool, args, { cwd, encoding: 'utf8' });
    if (error) {
      const install = `apt-get install -y --no-install-recommends ${packages[tool]}`;
      throw new Error(`${tool} is missing: ${install}, as .ci/run does`);
    }
    if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stdout}${stderr}`);
    return stdout;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
