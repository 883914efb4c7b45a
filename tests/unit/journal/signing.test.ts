import { describe, expect, it } from 'vitest';
import { checkpointText, noteText, readCheckpoint } from '../../../src-main/journal/rules.ts';
import { isSigned, isSignedBy, keyId, privateKeyOf, publicHalf, signText, verifierKey } from '../../../src-main/journal/signing.ts';

// The example of the signed-note package of the Go checksum database.
const goKey = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1).toString('base64');
const goText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const goBlob = 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';

describe('signed notes', () => {
  it('have the key id and the signature of the published example', () => {
    const blob = Buffer.from(goBlob, 'base64');
    expect(keyId('PeterNeumann', goKey)).toBe('c74f20a3');
    expect(blob.subarray(0, 4).toString('hex')).toBe('c74f20a3');
    expect(isSigned(goText, blob.subarray(4).toString('base64'), goKey)).toBe(true);
    expect(isSigned(`${goText} `, blob.subarray(4).toString('base64'), goKey)).toBe(false);
    expect(verifierKey('PeterNeumann', goKey)).toBe('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  });

  it('are signed as RFC 8032 says (section 7.1, test 1)', () => {
    const key = privateKeyOf(Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'));
    expect(Buffer.from(publicHalf(key), 'base64').toString('hex')).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(signText(key, '').toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });

  it('count as unsigned when key or signature is no such thing', () => {
    expect(isSigned('x', 'AAAA', goKey)).toBe(false);
    expect(isSigned('x', goBlob, 'AAAA')).toBe(false);
  });
});

describe('a checkpoint', () => {
  const key = privateKeyOf(Buffer.alloc(32, 3));
  const raw = publicHalf(key);
  const origin = 'nivaran/w1/d1';
  const text = checkpointText({ origin, size: 9, root: `${'A'.repeat(43)}=`, head: 'ab'.repeat(32) });
  const blob = (id: string, signature: Buffer) => Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64');
  const good = { name: origin, blob: blob(keyId(origin, raw), signText(key, text)) };
  const bad = { name: origin, blob: blob(keyId(origin, raw), signText(key, `${text}x`)) };
  const foreign = { name: 'witness.example', blob: blob('00000000', Buffer.alloc(64)) };
  const signedBy = (signatures: { name: string; blob: string }[]) => isSignedBy(readCheckpoint(noteText(text, signatures))!, raw);

  it('is signed by a key whose line is there and good', () => {
    expect(signedBy([good])).toBe(true);
    expect(signedBy([foreign, good])).toBe(true);
  });

  it('is not signed when no line names the key, or one of them is bad', () => {
    expect(signedBy([foreign])).toBe(false);
    expect(signedBy([bad])).toBe(false);
    expect(signedBy([good, bad])).toBe(false);
    expect(signedBy([{ name: 'other', blob: good.blob }])).toBe(false);
    expect(signedBy([{ name: origin, blob: blob('00000000', signText(key, text)) }])).toBe(false);
  });
});
