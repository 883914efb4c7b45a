import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRouter } from '../../src-main/desk/router.ts';
import { sha256Hex } from '../../src-main/journal/index.ts';
import { type TestHost, testHost } from '../support/engine-host.ts';

// A profile leaves the desk as a file and comes back, through the contract as the window uses it.
let made: TestHost;
let stop: (() => Promise<void> | void) | undefined;
// biome-ignore lint/suspicious/noExplicitAny: the engine hands over its router without its types
let desk: any;

beforeAll(async () => {
  made = testHost();
  const { router, stop: end } = await createRouter(made.host);
  stop = end;
  desk = createRouterClient(router as never, { context: { window: 'window-1' } as never });
  const passphrase = 'seven unlikely words in a row';
  await desk.workspace.create({ organisation: 'Example Organisation', platforms: ['cocial'], officer: 'O. Sample', passphrase });
});
afterAll(async () => {
  await stop?.();
  expect(made.incidents).toEqual([]);
  made.remove();
});

it('is written as it is in force, named in the record, and read again to be saved as a new version', async () => {
  const saved = await desk.platforms.exportFile({ id: 'cocial' });
  const text = readFileSync(saved.path, 'utf8');
  expect(sha256Hex(text)).toBe(saved.sha256);
  const edited = join(made.dir, 'edited.json');
  writeFileSync(edited, text.replace('"48700"', '"487001"'));
  made.willPick([edited]);
  const chosen = await desk.law.chooseFile({ for: 'profile' });
  const { profile, problems } = await desk.platforms.readFile({ token: chosen.token });
  expect([problems, profile.address.pin]).toEqual([[], '487001']);
  const { platform } = await desk.platforms.save({ profile, reason: 'The right code.' });
  expect(platform.version).toBe('2026.11-2');
  const { entries } = await desk.audit.journal({ limit: 20 });
  expect(entries.map((line: { kind: string }) => line.kind)).toContain('profile.exported');
});

it('is refused by field where it cannot be used, and its token serves once', async () => {
  const path = join(made.dir, 'broken.json');
  writeFileSync(path, '{"format": 9}');
  made.willPick([path]);
  const { token } = await desk.law.chooseFile({ for: 'profile' });
  const answer = await desk.platforms.readFile({ token });
  expect([answer.profile, answer.problems[0].field]).toEqual([null, 'format']);
  await expect(desk.platforms.readFile({ token })).rejects.toMatchObject({ code: 'not-found' });
});
