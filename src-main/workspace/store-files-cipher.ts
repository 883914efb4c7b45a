import { createCipheriv, createDecipheriv } from 'node:crypto';

const magic = Buffer.from('NVA1');
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const lengthBytes = 8;
const smallestBucketBytes = 1024;

/**
 * Encrypts one attachment under a key that is used for nothing else. The content is put behind its length, padded with
 * zeros to a size bucket, cut into 64 KiB chunks, and each chunk sealed with AES-256-GCM under the nonce "chunk number,
 * last or not", so that chunks cannot be dropped, doubled, reordered or cut off.
 */
export function sealFile(bytes: Uint8Array, key: Buffer): Buffer {
  const padded = Buffer.alloc(bucketOf(bytes.length + lengthBytes));
  padded.writeBigUInt64BE(BigInt(bytes.length));
  padded.set(bytes, lengthBytes);
  const parts: Buffer[] = [magic];
  for (let start = 0, index = 0; start < padded.length; start += chunkBytes, index += 1) {
    const isLast = start + chunkBytes >= padded.length;
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast)).setAAD(magic);
    parts.push(cipher.update(padded.subarray(start, start + chunkBytes)), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(parts);
}

/** Gives the content back, or throws when anything at all was changed. */
export function unsealFile(sealed: Buffer, key: Buffer): Buffer {
  if (!sealed.subarray(0, magic.length).equals(magic)) throw new Error('It does not begin like an attachment.');
  const parts: Buffer[] = [];
  const step = chunkBytes + tagBytes;
  for (let start = magic.length, index = 0; start < sealed.length; start += step, index += 1) {
    parts.push(unsealChunk(sealed.subarray(start, start + step), key, nonceOf(index, start + step >= sealed.length)));
  }
  const padded = Buffer.concat(parts);
  const length = Number(padded.readBigUInt64BE());
  if (length > padded.length - lengthBytes) throw new Error('It says it is longer than it is.');
  return padded.subarray(lengthBytes, lengthBytes + length);
}

function unsealChunk(chunk: Buffer, key: Buffer, nonce: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(magic);
  decipher.setAuthTag(chunk.subarray(-tagBytes));
  return Buffer.concat([decipher.update(chunk.subarray(0, -tagBytes)), decipher.final()]);
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/**
 * The size a content is padded to: only as many leading bits are kept as the size has digits in its length, so that a file
 * size tells little and at most an eighth is wasted (the Padmé rule), with one kibibyte at least.
 */
export function bucketOf(sizeBytes: number): number {
  if (sizeBytes <= smallestBucketBytes) return smallestBucketBytes;
  const exponent = Math.floor(Math.log2(sizeBytes));
  const keptBits = Math.floor(Math.log2(exponent)) + 1;
  const grain = 2 ** (exponent - keptBits);
  return Math.ceil(sizeBytes / grain) * grain;
}
