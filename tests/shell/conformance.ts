import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../src-main/shell/csp.ts';
import { newDataDir } from './support/chromium-under-test.ts';
import { hostileAddresses } from './support/hostile.ts';
import { repositoryFile } from './support/page-driver.ts';
import { type Outcome, patternBytes, type ShellUnderTest } from './support/under-test.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function resultOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.fault.code}: ${outcome.fault.message}`);
  return outcome.value;
}

function faultOf(outcome: Outcome) {
  if (outcome.ok) throw new Error('The call was expected to fail.');
  return outcome.fault;
}

/** What every shell must do, held against one of them. */
export function describeShell(title: string, open: () => Promise<ShellUnderTest>): void {
  describe(title, () => {
    let shell: ShellUnderTest;
    beforeAll(async () => {
      shell = await open();
    });
    afterAll(() => shell?.close());

    const given = () => shell;
    describeCalls(given);
    describeFiles(given);
    describeWindow(given);
    describePolicy(given);
    describeWalls(given);
  });
}

function describeCalls(shell: () => ShellUnderTest): void {
  describe('answers every call', () => {
    it('with its result', async () => {
      expect(resultOf(await shell().call('ping'))).toBe('pong');
      const text = 'निवारण — 500 kB of it: '.repeat(20_000);
      expect(resultOf(await shell().call('echo.text', { text }))).toEqual({ text });
    });

    it('with bytes as they were sent', async () => {
      const bytes = Array.from({ length: 300 }, (_, index) => index % 256);
      expect(await shell().echoBytes(bytes)).toEqual(bytes);
    });

    it('with a declared fault, its code and its data', async () => {
      const fault = faultOf(await shell().call('fail.declared', { reason: 'because' }));
      expect(fault).toMatchObject({ code: 'refused', message: 'The desk refuses.', detail: { reason: 'because' }, incident: null });
    });

    it('with the fields of a wrong input', async () => {
      const fault = faultOf(await shell().call('echo.text', { text: 5, more: true }));
      expect(fault.code).toBe('bad-input');
      expect(fault.issues.map((issue) => issue.field)).toContain('text');
    });

    it('with an incident and none of the text when the failure was unforeseen', async () => {
      const fault = faultOf(await shell().call('fail.unforeseen', { secret: 'a-secret-name' }));
      expect(fault).toMatchObject({ code: 'unexpected', message: expect.stringContaining(fault.incident ?? 'none') });
      expect(fault.incident).toMatch(/^[a-z0-9]{8}$/);
      expect(JSON.stringify(fault)).not.toContain('a-secret-name');
      expect(faultOf(await shell().call('fail.wrongOutput')).code).toBe('unexpected');
    });

    it('also one of an operation that does not exist', async () => {
      expect(faultOf(await shell().call('no.such.operation')).code).toBe('not-found');
    });

    it('with a stream to its end, and with the fault that breaks it off', async () => {
      expect(await shell().count({ to: 5 })).toEqual({ values: [1, 2, 3, 4, 5], fault: null });
      const refused = await shell().count({ to: 5, refuseAt: 3 });
      expect(refused).toMatchObject({ values: [1, 2], fault: { code: 'refused', detail: { n: 3 } } });
      const failed = await shell().count({ to: 5, failAt: 2 });
      expect(failed).toMatchObject({ values: [1], fault: { code: 'unexpected' } });
    });

    it('many at once, each with its own', async () => {
      const texts = Array.from({ length: 50 }, (_, index) => `call ${index}`);
      const answers = await Promise.all(texts.map((text) => shell().call<{ text: string }>('echo.text', { text })));
      expect(answers.map((answer) => resultOf(answer).text)).toEqual(texts);
    });
  });
}

function describeFiles(shell: () => ShellUnderTest): void {
  const file = repositoryFile('LICENSE');
  const content = readFileSync(file);

  describe('hands files over as tokens', () => {
    it('when they are dropped from disk', async () => {
      const [offered] = resultOf(await shell().drop([{ path: file }]));
      expect(offered).toEqual({ token: expect.stringMatching(/^[a-z0-9]{32}$/), name: 'LICENSE', sizeBytes: content.length });
      const read = resultOf(await shell().call('files.read', { token: offered?.token }));
      expect(read).toEqual({ name: 'LICENSE', sizeBytes: content.length, sha256: sha256(content) });
    });

    it('when they exist only in the window, in pieces, beside others that do not', async () => {
      const sizeBytes = 2_500_000;
      const offered = resultOf(
        await shell().drop([{ name: '../up/pasted.png', sizeBytes }, { path: file }, { name: 'empty.txt', sizeBytes: 0 }]),
      );
      expect(offered.map((one) => ({ name: one.name, sizeBytes: one.sizeBytes }))).toEqual([
        { name: 'pasted.png', sizeBytes },
        { name: 'LICENSE', sizeBytes: content.length },
        { name: 'empty.txt', sizeBytes: 0 },
      ]);
      const read = resultOf(await shell().call('files.read', { token: offered[0]?.token }));
      expect(read).toMatchObject({ name: 'pasted.png', sha256: sha256(patternBytes(sizeBytes)) });
    });

    it('when they are chosen in a dialog the engine asks for', async () => {
      const folder = newDataDir();
      writeFileSync(join(folder, 'one.eml'), 'Subject: synthetic\n');
      await shell().willChoose([join(folder, 'one.eml')]);
      const chosen = resultOf(await shell().call<{ token: string; name: string }[]>('files.choose'));
      expect(chosen.map((one) => one.name)).toEqual(['one.eml']);
      expect(JSON.stringify(chosen)).not.toContain(folder);
      rmSync(folder, { recursive: true });
    });

    it('and knows no token that was not given out', async () => {
      expect(faultOf(await shell().call('files.read', { token: 'a'.repeat(32) })).code).toBe('not-found');
      expect(faultOf(await shell().call('files.read', { token: file })).code).toBe('not-found');
    });
  });

  it('saves where the person is told', async () => {
    const path = await shell().willSave('report.txt');
    const saved = resultOf(await shell().call<{ path: string }>('files.save', { name: 'report.txt', text: 'synthetic' }));
    expect(saved).toEqual({ path });
    expect(readFileSync(path, 'utf8')).toBe('synthetic');
    expect(basename(path)).toBe('report.txt');
  });
}

function describeWindow(shell: () => ShellUnderTest): void {
  it('gives each load of the page a window and a port of its own', async () => {
    const first = resultOf(await shell().call('window'));
    await shell().reload();
    const second = resultOf(await shell().call('window'));
    expect(first).toMatch(/^window-\d+$/);
    expect(second).toMatch(/^window-\d+$/);
    expect(second).not.toBe(first);
  });

  it('tells the window what the engine says: notices and the badge', async () => {
    await shell().reload();
    resultOf(await shell().call('shell.badge', 3));
    resultOf(await shell().call('shell.notify', { title: 'Due soon', body: 'COC-2026-000123-5', tag: 'due' }));
    resultOf(await shell().call('ping'));
    expect(await shell().events()).toEqual([
      { type: 'badge', count: 3 },
      { type: 'notice', title: 'Due soon', body: 'COC-2026-000123-5', tag: 'due' },
    ]);
  });

  it('runs a script in a process of its own for the engine, and ends it', async () => {
    const script = shell().childScript;
    const answer = resultOf(await shell().call<{ text: string; exit: number }>('shell.child', { script, text: 'hello' }));
    expect(answer.text).toBe('HELLO');
    expect(answer.exit).not.toBe(0);
  });

  it('shows the window seven named functions and nothing more', async () => {
    expect(await shell().bridgeNames()).toEqual(['addBytes', 'beginFile', 'endFile', 'kind', 'offerFiles', 'onEvent', 'requestPort']);
  });

  it('starts a new engine for the next window when one has stopped, and tells the window', async () => {
    await shell().reload();
    const stopped = faultOf(await shell().call('fail.stop'));
    expect(stopped.code).toBe('engine-gone');
    await expect.poll(() => shell().events()).toContainEqual({ type: 'engine-stopped' });
    await shell().reload();
    expect(resultOf(await shell().call('ping'))).toBe('pong');
  });
}

function describePolicy(shell: () => ShellUnderTest): void {
  it('sends the policy with every load, under a nonce of its own', async () => {
    const nonces = new Set<string>();
    for (let load = 0; load < 3; load += 1) {
      const policy = (await shell().documentHeaders())['content-security-policy'] ?? '';
      const nonce = /'nonce-([A-Za-z0-9+/]{24})'/.exec(policy)?.[1] ?? '';
      const frameOrigin = shell().kind === 'electron' ? 'mail-content:' : 'https://mail.invalid';
      expect(policy).toBe(contentSecurityPolicy({ nonce, frameOrigin }));
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('sends the other headers of a closed page', async () => {
    expect(await shell().documentHeaders()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });

  it('runs no inline script, no eval, no made markup, and loads nothing from elsewhere', async () => {
    const report = await shell().probe();
    expect(report.ran).toEqual([]);
    expect(report.refused).toHaveLength(12);
    expect(report.letThrough).toEqual([]);
  });

  it('shows mail in a frame without script', async () => {
    const html =
      '<!doctype html><title>mail</title><p>Dear officer</p><script>document.title = "ran"</script><img src="https://remote.example/p.png">';
    const shown = await shell().showFrame(html);
    expect(shown).toMatchObject({ text: 'Dear officer', hasRunScript: false });
    expect(shown.policy).toContain("default-src 'none'");
    expect(shown.policy).toContain('sandbox');
    await shell().reload();
  });
}

function describeWalls(shell: () => ShellUnderTest): void {
  it.each(hostileAddresses)('stays when script leads to %s', async (address) => {
    expect(await shell().staysAfter(address, 'script')).toBe(true);
  });

  it.each(['https://evil.example/', 'mailto:a.example@evil.example', 'javascript:window.javascriptRan=true'])(
    'stays when a link or a form leads to %s',
    async (address) => {
      expect(await shell().staysAfter(address, 'link')).toBe(true);
      expect(await shell().staysAfter(address, 'form')).toBe(true);
    },
  );

  it.each(['https://evil.example/', 'about:blank', 'own', 'javascript:1'])('opens no second window on %s', async (address) => {
    expect(await shell().canOpenWindow(address === 'own' ? `${shell().appOrigin}/` : address)).toBe(false);
  });

  it('refuses every permission by name', async () => {
    const granted: string[] = [];
    for (const name of shell().permissions) if (await shell().isPermitted(name)) granted.push(name);
    expect(granted).toEqual([]);
    expect(shell().permissions.length).toBeGreaterThan(30);
  });

  it('hears nobody but the top document of its own window', async () => {
    const before = resultOf(await shell().call('window'));
    await shell().speakFromElsewhere();
    expect(resultOf(await shell().call('window'))).toBe(before);
  });
}
