import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from '../../../src-main/intake/mail/html.ts';
import { measureHtml, scanHtml } from '../../../src-main/intake/mail/html-scan.ts';

const textOf = (html: string) => textOfHtml(html).text;

describe('the text of HTML', () => {
  it('keeps paragraphs, lists, cells and quotations apart', () => {
    const html =
      '<h1>Title</h1><p>One<br>two</p><ul><li>a</li><li>b</li></ul><table><tr><td>x</td><td>y</td></tr></table><blockquote>said</blockquote>';
    expect(textOf(html)).toBe('Title\n\nOne\ntwo\n\n* a\n* b\n\nx y\n\n> said');
  });

  it('decodes entities', () => {
    expect(textOf('<p>a &amp; b&nbsp;c &#2361; &#x20b9; &lt;i&gt; &hellip;</p>')).toBe('a & b c ह ₹ <i> …');
  });

  it('shows where links lead and what pictures are', () => {
    const html =
      '<a href="https://a.example/x">here</a>, <a href="https://a.example/y">https://a.example/y</a> <img alt="a map" src="https://t.example/p">';
    expect(textOf(html)).toBe('here <https://a.example/x>, https://a.example/y [picture: a map]');
  });

  it.each([
    ['scripts', '<script>alert(1)</script>'],
    ['styles', '<style>p { color: red }</style>'],
    ['the title', '<title>hidden</title>'],
    ['frames', '<iframe src="https://t.example/">hidden</iframe>'],
    ['drawings', '<svg><text>hidden</text></svg>'],
    ['templates', '<template><p>hidden</p></template>'],
    ['comments', '<!-- hidden -->'],
  ])('leaves out %s', (_what, piece) => {
    expect(textOf(`<p>before</p>${piece}<p>after</p>`)).toBe('before\n\nafter');
  });

  it('does not let an element that never closes hide what follows', () => {
    for (const name of ['title', 'script', 'svg', 'textarea']) expect(textOf(`<${name}>the complaint<p>goes on`)).toContain('goes on');
    expect(textOf('<!-- never closed <p>goes on</p>')).toContain('goes on');
  });

  it.each([
    ['deep', '<div>'.repeat(50_000)],
    ['full of tags', '<b>x</b>'.repeat(40_000)],
    ['full of closing tags that close nothing', '<i>'.repeat(30_000) + '</u>'.repeat(30_000)],
    ['long', 'word '.repeat(300_000)],
  ])('takes HTML that is %s as words without layout, and says so', (_what, html) => {
    const { text, warnings } = textOfHtml(`${html}<p>&#2361; &amp; the end <a href='https://a.example'>link</a>`);
    expect(text.endsWith('ह & the end link <https://a.example>')).toBe(true);
    expect(warnings.join(' ')).toMatch(/without their layout/);
  });

  it('reads only the beginning of HTML that is longer than four million characters', () => {
    const { text, warnings } = textOfHtml(`<p>begin ${'x'.repeat(4_100_000)} end</p>`);
    expect(text.startsWith('begin')).toBe(true);
    expect(text.endsWith('end')).toBe(false);
    expect(warnings.join(' ')).toMatch(/only its beginning/);
  });

  it.each(['<!--', '<title>', '<a href=', '</', '<b', '&#x', '<svg>', '<svg></svg>', '<![CDATA['])(
    'ends on a hundred thousand times %s',
    (piece) => {
      expect(typeof textOf(piece.repeat(100_000))).toBe('string');
    },
  );

  it('is found for any text with marks in it', () => {
    const piece = fc.oneof(
      fc.constantFrom('<', '>', '</', '<!--', '-->', '<p>', '<a href="', "'", '"', '&amp;', '<script>', '</title>', '<table><td>'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(typeof textOf(pieces.join(''))).toBe('string');
      }),
    );
  });
});

describe('walking HTML', () => {
  it('gives the pieces in order', () => {
    expect([...scanHtml('a<B x=1>b</b ><br/>1 < 2')]).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'open', name: 'b', source: '<B x=1>' },
      { kind: 'text', text: 'b' },
      { kind: 'close', name: 'b', source: '</b >' },
      { kind: 'open', name: 'br', source: '<br/>' },
      { kind: 'text', text: '1 < 2' },
    ]);
  });

  it('loses no text when there are no tags', () => {
    const plain = fc.string().filter((text) => !/<[a-z/!?]/i.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect([...scanHtml(text)].map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')).toBe(text);
      }),
    );
  });

  it('measures nesting without counting paragraphs that nobody closed', () => {
    expect(measureHtml('<p>'.repeat(500), 10_000)).toEqual({ tags: 500, depth: 0 });
    expect(measureHtml('<div>'.repeat(500), 10_000)).toEqual({ tags: 500, depth: 500 });
    expect(measureHtml('<div>'.repeat(500), 100).tags).toBe(101);
  });
});
