const wrapAt = 76;

/** The bytes of a quoted-printable text (RFC 2045 6.7); what is no escape stays as it is. `raw` holds one byte a sign. */
export function fromQuotedPrintable(raw: string): Buffer {
  const joined = raw.replace(/[ \t]*=[ \t]*\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Bytes as quoted-printable with lines of at most 76 signs. */
export function toQuotedPrintable(bytes: Buffer): string {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  return lines.map(encodeLine).join('\r\n');
}

function encodeLine(line: string): string {
  let [encoded, width] = ['', 0];
  for (const [index, sign] of [...line].entries()) {
    const isLast = index === line.length - 1;
    const isPlain = /[!-<>-~]/.test(sign) || ((sign === ' ' || sign === '\t') && !isLast);
    const written = isPlain ? sign : `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    if (width + written.length > wrapAt - 1) {
      encoded += '=\r\n';
      width = 0;
    }
    encoded += written;
    width += written.length;
  }
  return encoded;
}

/** Bytes as base64 in lines. */
export function toBase64Lines(bytes: Buffer): string {
  return `${(bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')}\r\n`;
}

/** A header's value as ASCII: as it is, or in encoded words (RFC 2047). */
export function toHeaderValue(text: string): string {
  if (/^[\t\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const sign of text) {
    if (Buffer.byteLength(word + sign) > 42) {
      words.push(word);
      word = '';
    }
    word += sign;
  }
  words.push(word);
  return words.map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
}
