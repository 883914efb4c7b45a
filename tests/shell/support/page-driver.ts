import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import type { OfferedFile, ShellEvent } from '../../../src-main/shell/contract.ts';
import type { CallFault } from '../../../src-renderer/client/errors.ts';
import type { DroppedFile, Outcome, ProbeReport } from './under-test.ts';

/** Drives the test page in a real browser: the part of a harness that Chromium and Electron share. */
export class PageDriver {
  readonly page: Page;
  private readonly appOrigin: string;
  private readonly finished: string[] = [];
  private loads = 0;

  constructor(page: Page, appOrigin: string) {
    this.page = page;
    this.appOrigin = appOrigin;
    page.context().on('requestfinished', (request: Request) => this.finished.push(request.url()));
  }

  async whenReady(): Promise<void> {
    await this.page.getByText('ready', { exact: true }).waitFor();
    this.loads += 1;
    await this.page.evaluate((mark) => Object.assign(window, { mark }), this.loads);
  }

  call<T>(operation: string, input?: unknown): Promise<Outcome<T>> {
    return this.page.evaluate(
      async ([path, argument]) => {
        const operation = path.reduce((part, name) => part[name] as never, testPage.client as never as Record<string, never>);
        try {
          return { ok: true, value: await (operation as unknown as (input: unknown) => Promise<T>)(argument) };
        } catch (error) {
          return { ok: false, fault: testPage.readFault(error) };
        }
      },
      [operation.split('.'), input] as const,
    );
  }

  count(input: { to: number; failAt?: number; refuseAt?: number }): Promise<{ values: number[]; fault: CallFault | null }> {
    return this.page.evaluate(async (argument) => {
      const values: number[] = [];
      try {
        for await (const value of await testPage.client.count(argument)) values.push(value);
        return { values, fault: null };
      } catch (error) {
        return { values, fault: testPage.readFault(error) };
      }
    }, input);
  }

  echoBytes(bytes: number[]): Promise<number[]> {
    return this.page.evaluate(async (numbers) => {
      const file = await testPage.client.echo.file(new File([new Uint8Array(numbers)], 'bytes.bin'));
      return [...new Uint8Array(await file.arrayBuffer())];
    }, bytes);
  }

  async drop(files: DroppedFile[]): Promise<Outcome<OfferedFile[]>> {
    await this.page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'drop' })),
    );
    await this.page.setInputFiles(
      '#drop',
      files.flatMap((file) => ('path' in file ? [file.path] : [])),
    );
    const made = files.map((file) => ('path' in file ? null : file));
    return await this.page.evaluate(async (all) => {
      const input = document.querySelector<HTMLInputElement>('#drop');
      const onDisk = [...(input?.files ?? [])];
      const files = all.map((file) => (file === null ? (onDisk.shift() as File) : testPage.probes.makeFile(file.name, file.sizeBytes)));
      input?.remove();
      try {
        return { ok: true, value: await testPage.offerFiles(files) };
      } catch (error) {
        return { ok: false, fault: testPage.readFault(error) };
      }
    }, made);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.whenReady();
  }

  events(): Promise<ShellEvent[]> {
    return this.page.evaluate(() => testPage.events as ShellEvent[]);
  }

  async documentHeaders(): Promise<Record<string, string>> {
    const response = await this.page.reload();
    await this.whenReady();
    return (await response?.allHeaders()) ?? {};
  }

  async staysAfter(address: string, way: 'script' | 'link' | 'form'): Promise<boolean> {
    await this.page.evaluate(([to, by]) => testPage.probes.leaveTo(to, by), [address, way] as const).catch(() => {});
    // A navigation that has begun ends the page's world; two frames and a call give it the time.
    const found = await this.page
      .evaluate(async () => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        await testPage.client.ping();
        const globals = window as unknown as { mark?: number; javascriptRan?: boolean };
        return { mark: globals.mark, hasRun: globals.javascriptRan === true };
      })
      .catch(() => null);
    return found?.mark === this.loads && !found.hasRun && this.page.url().startsWith(`${this.appOrigin}/`);
  }

  async canOpenWindow(address: string): Promise<boolean> {
    return (await this.page.evaluate((to) => testPage.probes.openWindow(to), address)) === 'ran';
  }

  async isPermitted(name: string): Promise<boolean> {
    const [state, use] = await this.page.evaluate(
      async (asked) => [await testPage.probes.permissionState(asked), await testPage.probes.usePermission(asked)] as const,
      name,
    );
    return state === 'granted' || use === 'ran';
  }

  async probe(): Promise<ProbeReport> {
    const outcomes = await this.page.evaluate(() => testPage.probes.tryEverything());
    const names = Object.keys(outcomes);
    return {
      ran: names.filter((name) => outcomes[name] === 'ran'),
      refused: names.filter((name) => outcomes[name] === 'refused'),
      letThrough: this.finished.filter((url) => !/^(?:https:\/\/(?:app|mail)\.invalid|app:|mail-content:|blob:)/.test(url)),
    };
  }

  async showFrame(html: string): Promise<{ text: string; hasRunScript: boolean; policy: string }> {
    const made = await this.call<string>('shell.frame', { html });
    if (!made.ok) throw new Error(made.fault.message);
    const answered = this.page.waitForResponse((response) => response.url().endsWith(made.value));
    await this.page.evaluate((token) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', '');
      frame.src = testPage.frameAddress(token);
      document.body.append(frame);
    }, made.value);
    const policy = (await (await answered).headerValue('content-security-policy')) ?? '';
    const frame = this.page.frameLocator('iframe').locator('p');
    const text = (await frame.textContent()) ?? '';
    // Only script inside the frame could have changed its title: the frame has an origin of its own.
    const hasRunScript = (await this.page.frames().at(-1)?.title()) === 'ran';
    return { text, hasRunScript, policy };
  }

  bridgeNames(): Promise<string[]> {
    return this.page.evaluate(() => Object.keys(window.nivaran).sort());
  }
}

/** A path inside the repository, for files that tests drop. */
export const repositoryFile = (...parts: string[]) => join(import.meta.dirname, '..', '..', '..', ...parts);
