import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentOf, leafHash, nodeHash, sha256Hex } from '../../../src-main/journal/hash.ts';
import { appendEntry, appendSubtree, emptyFrontier, rootOf } from '../../../src-main/journal/merkle.ts';

const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 9162 section 2.1.1, word for word. */
function naiveRoot(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Buffer.from([0]), leaves[0]!);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.from([1]), naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

const entryHash = (n: number) => sha(Buffer.from(`entry ${n}`));

describe('the tree', () => {
  it('has the root of the naive definition at every size up to 700', () => {
    const frontier = emptyFrontier();
    const leaves: Buffer[] = [];
    const checked = new Set([0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 700]);
    for (let size = 0; size <= 700; size++) {
      if (size <= 70 || checked.has(size)) expect(rootOf(frontier)).toBe(naiveRoot(leaves).toString('hex'));
      const hash = entryHash(size);
      appendEntry(frontier, hash.toString('hex'));
      leaves.push(hash);
    }
  });

  it('has the root of the naive definition for any hashes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 90 }), (hashes) => {
        const frontier = emptyFrontier();
        for (const hash of hashes) appendEntry(frontier, Buffer.from(hash).toString('hex'));
        expect(rootOf(frontier)).toBe(naiveRoot(hashes.map((hash) => Buffer.from(hash))).toString('hex'));
      }),
    );
  });

  it('has the published root of the eight test leaves of Certificate Transparency', () => {
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const frontier = emptyFrontier();
    for (const leaf of leaves) appendSubtree(frontier, 0, sha(Buffer.from([0]), Buffer.from(leaf, 'hex')).toString('hex'));
    expect(rootOf(frontier)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
    expect(rootOf(emptyFrontier())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('grows by full subtrees as by single entries', () => {
    const single = emptyFrontier();
    const nodes: [number, number, string][] = [];
    for (let n = 0; n < 600; n++) appendEntry(single, entryHash(n).toString('hex'), (...node) => nodes.push(node));
    expect(nodes.map(([level, position]) => [level, position])).toEqual([
      [8, 0],
      [8, 1],
    ]);
    const restored = emptyFrontier();
    for (const [level, , hash] of nodes) appendSubtree(restored, level, hash);
    for (let n = 512; n < 600; n++) appendEntry(restored, entryHash(n).toString('hex'));
    expect(rootOf(restored)).toBe(rootOf(single));
  });

  it('announces a node of level 16 when 65,536 entries are full', () => {
    const frontier = emptyFrontier();
    const levels: number[] = [];
    for (let n = 0; n < 256; n++) appendSubtree(frontier, 8, sha256Hex(`node ${n}`), (level) => levels.push(level));
    expect(levels).toEqual([16]);
    expect(frontier.size).toBe(65_536);
  });

  it('is unchanged when keeping a node fails', () => {
    const frontier = emptyFrontier();
    for (let n = 0; n < 255; n++) appendEntry(frontier, entryHash(n).toString('hex'));
    const before = rootOf(frontier);
    const fail = () => {
      throw new Error('no room');
    };
    expect(() => appendEntry(frontier, entryHash(255).toString('hex'), fail)).toThrow('no room');
    expect(rootOf(frontier)).toBe(before);
    expect(frontier.size).toBe(255);
  });
});

describe('hashes', () => {
  it('tell leaves from nodes by their first byte', () => {
    const [a, b] = [entryHash(1), entryHash(2)];
    expect(leafHash(a.toString('hex'))).toBe(sha(Buffer.from([0]), a).toString('hex'));
    expect(nodeHash(a.toString('hex'), b.toString('hex'))).toBe(sha(Buffer.from([1]), a, b).toString('hex'));
  });

  it('commit as HMAC-SHA-256 does (RFC 4231, test case 1)', () => {
    expect(commitmentOf(Buffer.alloc(20, 0x0b), 'Hi There')).toBe('b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7');
  });

  it('commit as HMAC-SHA-256 does for any salt and body, as text and as bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string({ unit: 'binary', maxLength: 300 }), (salt, body) => {
        const expected = createHmac('sha256', salt).update(body, 'utf8').digest('hex');
        expect(commitmentOf(salt, body)).toBe(expected);
        expect(commitmentOf(salt, Buffer.from(body, 'utf8'))).toBe(expected);
      }),
    );
  });

  it('commit to bodies larger than the usual buffer, and to small ones after them', () => {
    const salt = Buffer.alloc(32, 9);
    for (const body of ['नि'.repeat(300_000), 'x', '']) {
      expect(commitmentOf(salt, body)).toBe(createHmac('sha256', salt).update(body).digest('hex'));
    }
  });
});
