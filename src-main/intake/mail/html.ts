import { compile, type HtmlToTextOptions } from 'html-to-text';
import { type HtmlPiece, measureHtml, scanHtml, unreadElements } from './html-scan.ts';
import { mailLimits } from './parsed.ts';

/** HTML beyond this is taken as plain runs of text: a tree of it costs more than one message may take. */
const layoutLimits = { length: 1_000_000, tags: 20_000, depth: 100 } as const;
const longestLink = 2_000;

export interface HtmlText {
  text: string;
  /** Sentences for the officer. */
  warnings: string[];
}

/** The text of an HTML body. Nothing is fetched, run or kept of it but words, link addresses and picture descriptions. */
export function textOfHtml(html: string): HtmlText {
  const warnings: string[] = [];
  const read = html.slice(0, mailLimits.htmlLength);
  if (read.length < html.length) warnings.push('The formatted text of this message is very long; only its beginning was read.');
  const text = hasModestShape(read) ? withLayout(read) : null;
  // Where the library finds nothing the words may stand behind an element that never closes.
  if (text !== null) return { text: text === '' ? withoutLayout(read) : text, warnings };
  warnings.push('The formatted text of this message is unusually large or deep; its words are shown without their layout.');
  return { text: withoutLayout(read), warnings };
}

function hasModestShape(html: string): boolean {
  if (html.length > layoutLimits.length) return false;
  const shape = measureHtml(html, layoutLimits.tags);
  return shape.tags <= layoutLimits.tags && shape.depth <= layoutLimits.depth;
}

const cellGap = '\u2002';

const readable: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: layoutLimits.depth * 2 },
  formatters: {
    description: (element, _walk, builder) => {
      const alt: unknown = element.attribs?.alt;
      if (typeof alt === 'string' && alt.trim() !== '') builder.addInline(` [picture: ${alt.trim()}] `);
    },
    cell: (element, walk, builder) => {
      walk(element.children, builder);
      // An ordinary space would be folded away at the end of a cell.
      builder.addLiteral(cellGap);
    },
    row: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
  },
  selectors: [
    ...[...unreadElements].map((selector) => ({ selector, format: 'skip' })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, format: 'heading', options: { uppercase: false } })),
    { selector: 'img', format: 'description' },
    { selector: 'tr', format: 'row' },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    {
      selector: 'a',
      options: {
        hideLinkHrefIfSameAsText: true,
        noAnchorUrl: true,
        linkBrackets: ['<', '>'],
        pathRewrite: (path: string) => (path.length > longestLink ? path.slice(0, longestLink) : path),
      },
    },
  ],
};

/** Compiled once: it is most of the cost of a small message. */
const convert = compile(readable);

/** Null when the library gives up, so that odd HTML still yields its words. */
function withLayout(html: string): string | null {
  try {
    return tidy(convert(html).replaceAll(cellGap, ' '));
  } catch {
    return null;
  }
}

const lineElements = new Set([
  'p',
  'div',
  'br',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'blockquote',
  'pre',
  'section',
  'article',
  'header',
  'footer',
  'dt',
  'dd',
  'body',
  'form',
  'center',
  'address',
]);
const wordElements = new Set(['td', 'th', 'img', 'option', 'button', 'input']);

/** Words, line breaks and link addresses, in one pass. */
function withoutLayout(html: string): string {
  const parts: string[] = [];
  let link = '';
  for (const piece of readPieces(html)) {
    if (piece.kind === 'text') parts.push(decodeEntities(piece.text.replace(/\s+/g, ' ')));
    else if (piece.name === 'a') {
      // The address follows the words that link to it; a second opening tag closes the first.
      parts.push(link);
      link = piece.kind === 'open' ? linkOf(piece.source) : '';
    } else parts.push(spaceFor(piece.name));
  }
  return tidy([...parts, link].join('').replace(/ {2,}/g, ' '));
}

/** The pieces that are for a reader. */
function* readPieces(html: string): Generator<HtmlPiece> {
  let unread: string | null = null;
  for (const piece of scanHtml(html)) {
    const name = piece.kind === 'text' ? null : piece.name;
    if (unread !== null) unread = piece.kind === 'close' && name === unread ? null : unread;
    else if (piece.kind === 'open' && unreadElements.has(piece.name)) unread = name;
    else yield piece;
  }
}

function spaceFor(name: string): string {
  if (lineElements.has(name)) return '\n';
  return wordElements.has(name) ? ' ' : '';
}

function linkOf(source: string): string {
  const href = /\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(source.slice(0, longestLink * 2));
  const address = decodeEntities(href?.[1] ?? href?.[2] ?? href?.[3] ?? '').trim();
  return address === '' || address.startsWith('#') ? '' : ` <${address.slice(0, longestLink)}> `;
}

const namedEntities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  yen: '¥',
  sect: '§',
  deg: '°',
  times: '×',
  frac12: '½',
  zwj: '\u200d',
  zwnj: '\u200c',
  shy: '',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return namedEntities[name] ?? whole;
    return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });
}

function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** No white space at line ends, no more than one empty line together. */
function tidy(text: string): string {
  const lines = text
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .trim();
}
