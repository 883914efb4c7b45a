import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemIds as ids } from '../../src-main/desk/ports.ts';
import { openVault } from '../../src-main/workspace/vault.ts';
import { codeOf, filesBelow, flipBit, startChild, temporaryFolder } from './support/drills.ts';

const folder = temporaryFolder();
const dataKey = ids.bytes(32);
const secret = Buffer.from('a signing key of thirty-two byte');
const path = (name: string) => join(folder.path, 'keys', name);

describe('the vault', () => {
  it('gives back what was put in, also after it is opened again', () => {
    const vault = openVault(folder.path, dataKey);
    expect(vault.read('epoch-1')).toBe(null);
    vault.write('epoch-1', secret);
    expect(vault.read('epoch-1')).toEqual(secret);
    vault.write('epoch-1', Buffer.from('another'));
    expect(openVault(folder.path, dataKey).read('epoch-1')).toEqual(Buffer.from('another'));
  });

  it('keeps no plaintext and lets only the owner in', () => {
    openVault(folder.path, dataKey).write('epoch-1', secret);
    expect(readFileSync(path('epoch-1')).includes(secret)).toBe(false);
    expect(statSync(path('epoch-1')).mode & 0o077).toBe(0);
    expect(statSync(join(folder.path, 'keys')).mode & 0o077).toBe(0);
  });

  it('does not open with another key', () => {
    openVault(folder.path, dataKey).write('epoch-1', secret);
    expect(codeOf(() => openVault(folder.path, ids.bytes(32)).read('epoch-1'))).toBe('corrupt');
  });

  it('does not take one secret for another', () => {
    const vault = openVault(folder.path, dataKey);
    vault.write('epoch-1', secret);
    copyFileSync(path('epoch-1'), path('epoch-2'));
    expect(codeOf(() => vault.read('epoch-2'))).toBe('corrupt');
  });

  it('finds every flipped bit and every cut', () => {
    const vault = openVault(folder.path, dataKey);
    vault.write('epoch-1', secret);
    const whole = readFileSync(path('epoch-1'));
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      writeFileSync(path('epoch-1'), flipBit(whole, bit));
      expect(codeOf(() => vault.read('epoch-1'))).toBe('corrupt');
    }
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(path('epoch-1'), whole.subarray(0, length));
      expect(codeOf(() => vault.read('epoch-1'))).toBe('corrupt');
    }
  });

  it('erases, and erasing what is not there does nothing', () => {
    const vault = openVault(folder.path, dataKey);
    vault.write('epoch-1', secret);
    vault.erase('epoch-1');
    vault.erase('epoch-1');
    expect(vault.read('epoch-1')).toBe(null);
    expect(readdirSync(join(folder.path, 'keys'))).toEqual([]);
  });

  it.each(['', '../header.json', 'a/b', 'UPPER', '.hidden', 'a\0b', 'x'.repeat(65)])('takes no name like “%s”', (name) => {
    const vault = openVault(folder.path, dataKey);
    expect(codeOf(() => vault.write(name, secret))).toBe('bad-input');
    expect(codeOf(() => vault.read(name))).toBe('bad-input');
  });
});

describe('kill -9 in the vault', () => {
  const secrets = JSON.stringify({ dataKey: dataKey.toString('hex') });

  async function outcomes(what: string): Promise<(string | null)[]> {
    const seen: (string | null)[] = [];
    for (let n = 1, isDone = false; !isDone; n += 1) {
      openVault(folder.path, dataKey).write('epoch-1', secret);
      const end = await startChild('die-writing', [folder.path, what, String(n), secrets]).ended;
      isDone = end.signal !== 'SIGKILL';
      if (isDone) expect(end).toMatchObject({ code: 0, stderr: '' });
      seen.push(openVault(folder.path, dataKey).read('epoch-1')?.toString() ?? null);
    }
    return seen;
  }

  it('during a write leaves the old or the new secret', async () => {
    const seen = await outcomes('vault');
    expect(new Set(seen)).toEqual(new Set([secret.toString(), 'new secret']));
    expect(seen.at(-1)).toBe('new secret');
  });

  it('during an erasure leaves the secret whole or gone, and the next start clears what is left', async () => {
    const seen = await outcomes('erase');
    expect(new Set(seen)).toEqual(new Set([secret.toString(), null]));
    expect(seen.at(-1)).toBe(null);
    openVault(folder.path, dataKey);
    expect([...filesBelow(folder.path).keys()]).toEqual([]);
    expect(existsSync(join(folder.path, 'keys'))).toBe(true);
  });
});
