import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src-main/shell/chromium/browser.ts';
import { describeShell } from './conformance.ts';
import { buildTestPage } from './support/build-page.ts';
import { openChromium } from './support/chromium-under-test.ts';

let rendererDir = '';
beforeAll(async () => {
  rendererDir = await buildTestPage();
});
afterAll(() => rmSync(rendererDir, { recursive: true, force: true }));

describeShell('the Chromium shell', () => openChromium(rendererDir));

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`nivaran-profile-${process.pid}-`));

describe('a browser that hangs while it starts', () => {
  it.runIf(process.platform === 'linux')('is started once more, and leaves no profile behind', async () => {
    const before = profiles();
    const folder = mkdtempSync(join(tmpdir(), 'nivaran-shell-hangs-'));
    const script = join(folder, 'browser');
    const real = findBrowser(process.env, process.platform);
    writeFileSync(script, `#!/bin/sh\nif [ ! -e "$0.once" ]; then touch "$0.once"; exec sleep 600; fi\nexec "${real}" "$@"\n`, {
      mode: 0o700,
    });
    const shell = await openChromium(rendererDir, { browser: script, startLimitsMs: [2_000, 120_000] });
    expect(await shell.running.page.title()).toBe('Shell test page');
    expect(profiles().length).toBe(before.length + 1);
    await shell.close();
    expect(profiles()).toEqual(before);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('the Chromium shell alone', () => {
  let shell: Awaited<ReturnType<typeof openChromium>>;
  beforeAll(async () => {
    shell = await openChromium(rendererDir);
  });
  afterAll(() => shell.close());

  it('comes back when something takes its page away', async () => {
    const { page } = shell.running;
    await page.goto('https://evil.example/').catch(() => {});
    await expect.poll(() => page.url()).toBe('https://app.invalid/');
    await expect.poll(() => page.title()).toBe('Shell test page');
  });

  it('closes a window that was opened where its page script does not run', async () => {
    const { page, context } = shell.running;
    const opened = context.waitForEvent('page');
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.contentWindow?.open('https://evil.example/');
    });
    await opened;
    await expect.poll(() => context.pages().length).toBe(1);
  });

  it('passes no bytes and no paths that the page made up', async () => {
    const answers = await shell.running.page.evaluate(async () => [
      await window.nivaran.beginFile('x', Number.MAX_SAFE_INTEGER),
      await window.nivaran.addBytes('a'.repeat(16), new Uint8Array(2_000_000)),
      await window.nivaran.offerFiles(['/etc/passwd' as unknown as File]),
    ]);
    expect(answers.map((answer) => JSON.parse(answer))).toEqual([
      { ok: false, code: 'bad-input', message: expect.any(String) },
      { ok: false, code: 'bad-input', message: expect.any(String) },
      { ok: true, value: [null] },
    ]);
  });

  it.runIf(process.platform === 'linux')('opens no port and no connection', () => {
    const pids = browserProcesses(profiles());
    expect(pids.length).toBeGreaterThan(2);
    expect(networkSockets(pids)).toEqual([]);
  });

  it('removes its profile when it ends', async () => {
    const before = profiles();
    const other = await openChromium(rendererDir);
    expect(profiles()).toHaveLength(before.length + 1);
    await other.close();
    expect(profiles()).toEqual(before);
  });

  it('ends when the person closes the window', async () => {
    const other = await openChromium(rendererDir);
    await other.running.page.close();
    await other.running.closed;
    await expect(other.running.engine.ask('frameDocument', 'x')).rejects.toMatchObject({ code: 'cancelled' });
    await other.close();
  });

  it('ends in order when its page crashes', async () => {
    const other = await openChromium(rendererDir);
    await other.running.page.goto('chrome://crash').catch(() => {});
    await other.running.closed;
    await expect(other.running.engine.ask('frameDocument', 'x')).rejects.toMatchObject({ code: 'cancelled' });
    await other.close();
  });
});

/** Processes whose command line names one of these profiles. */
function browserProcesses(names: string[]): string[] {
  return readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && names.some((profile) => readProc(`${name}/cmdline`).includes(profile)),
  );
}

/** Internet sockets of these processes: what the kernel's tables list under their inodes. */
function networkSockets(pids: string[]): string[] {
  const inodes = new Set(pids.flatMap(socketsOf));
  const rows = ['net/tcp', 'net/tcp6', 'net/udp', 'net/udp6'].flatMap((table) => readProc(table).split('\n').slice(1));
  return rows.filter((row) => inodes.has(row.trim().split(/\s+/)[9] ?? ''));
}

function socketsOf(pid: string): string[] {
  try {
    const links = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
  } catch {
    return [];
  }
}

function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8');
  } catch {
    return '';
  }
}
