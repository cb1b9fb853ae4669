import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** A Chromium for the tests of a file, that opens pages and lets them ask for nothing from elsewhere. */
export class Visitor {
  private browser: Browser | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  private readonly faults: string[] = [];

  constructor() {
    beforeAll(async () => {
      const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
      this.browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    });
    afterEach(() => {
      const faults = this.faults.splice(0);
      if (faults.length > 0) throw new Error(`the page: ${faults.join('; ')}`);
    });
    afterAll(async () => {
      await this.browser?.close();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** Writes a page to disk, and says how to call it. */
  write(name: string, content: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return pathToFileURL(path).href;
  }

  /**
   * Opens a page as someone new. What it asks for beyond itself, and its errors, are faults of the test. A page of a
   * site may ask for what lies below the address `site`.
   */
  async open(address: string, options: BrowserContextOptions = {}, site?: string): Promise<Page> {
    if (!this.browser) throw new Error('the browser has not started');
    const context = await this.browser.newContext({ locale: 'fr-CA', ...options });
    const page = await context.newPage();
    const [document] = address.split('#');
    page.on('request', (request) => {
      const url = request.url().split('#')[0] ?? '';
      const own = site === undefined ? url === document : url.startsWith(site);
      if (!own && !url.startsWith('data:')) this.faults.push(`it asks for ${url}`);
    });
    page.on('pageerror', ({ message }) => this.faults.push(message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.faults.push(message.text());
    });
    await page.goto(address);
    return page;
  }
}
