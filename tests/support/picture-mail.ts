/** A message from A. Example with a text and files under their names; `.eml` ones stand within it as messages. Synthetic. */
export function mailWith(id: string, files: Record<string, Buffer>, text = 'See the files.'): Buffer {
  const boundary = `cut-${id}`;
  const parts = Object.entries(files).flatMap(([name, bytes]) => {
    const isMessage = name.endsWith('.eml');
    return [
      `--${boundary}`,
      `Content-Type: ${isMessage ? 'message/rfc822' : 'image/png'}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      ...(isMessage
        ? ['', bytes.toString()]
        : ['Content-Transfer-Encoding: base64', '', bytes.toString('base64').replace(/.{76}/g, '$&\r\n')]),
    ];
  });
  return Buffer.from(
    [
      'Received: from mx.example by desk.example; Sat, 21 Nov 2026 11:10:00 +0530',
      'From: "A. Example" <a@mail.example>',
      'Subject: My papers',
      `Message-ID: <${id}@mail.example>`,
      `Content-Type: multipart/mixed; boundary=${boundary}`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain',
      '',
      text,
      ...parts,
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
}
