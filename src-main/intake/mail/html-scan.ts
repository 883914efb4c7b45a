/** One piece of HTML: running text, an opening tag or a closing tag (names in lower case). */
export type HtmlPiece = { kind: 'text'; text: string } | { kind: 'open' | 'close'; name: string; source: string };

/** Elements whose content is not text for a reader. */
export const unreadElements = new Set([
  'script',
  'style',
  'title',
  'template',
  'noembed',
  'noframes',
  'iframe',
  'svg',
  'math',
  'object',
  'select',
]);
/** Elements that are passed over to their own closing tag, whatever stands between (for some of them HTML 13.1.2 says so). */
const wholeElements = new Set([...unreadElements, 'textarea', 'xmp']);

const tagStart = /<(?:!--|[!?]|\/?[a-zA-Z])/g;
const tagName = /^<\/?([a-zA-Z][^\s/>]{0,40})/;

/**
 * Walks HTML from start to end once, without building a tree, in time proportional to its length whatever it holds.
 * Comments and declarations are dropped; a `<` that opens no tag, or a tag that never ends, is text.
 */
export function* scanHtml(html: string): Generator<HtmlPiece> {
  const find = forwardFinder(html);
  let position = 0;
  while (position < html.length) {
    tagStart.lastIndex = position;
    const start = tagStart.exec(html)?.index ?? html.length;
    yield* textPiece(html, position, start);
    if (start === html.length) return;
    const end = endOfMarkup(html, start, find);
    if (end < 0) return yield* textPiece(html, start, html.length);
    position = yield* element(html, start, end, find);
  }
}

function* textPiece(html: string, start: number, end: number): Generator<HtmlPiece> {
  if (end > start) yield { kind: 'text', text: html.slice(start, end) };
}

/** Gives the tag between `start` and `end`, and the whole content of an element that is passed over; answers where to go on. */
function* element(html: string, start: number, end: number, find: Finder): Generator<HtmlPiece, number> {
  const source = html.slice(start, end);
  const name = tagName.exec(source)?.[1]?.toLowerCase();
  if (name === undefined) return end;
  const kind = source.startsWith('</') ? 'close' : 'open';
  if (kind === 'close' || !wholeElements.has(name)) {
    yield { kind, name, source };
    return end;
  }
  const closing = find(new RegExp(`</${name}(?![a-z0-9])`, 'gi'), end);
  // A forgotten </title> must not hide a complaint: without a closing tag the opening one is dropped and the rest is read.
  if (closing < 0) return end;
  yield { kind, name, source };
  yield* textPiece(html, end, closing);
  return closing;
}

type Finder = (mark: RegExp, from: number) => number;

/** Finds marks at or behind a position that only moves forward. A mark once not found is not looked for again: that keeps the walk linear. */
function forwardFinder(html: string): Finder {
  const exhausted = new Set<string>();
  return (mark, from) => {
    if (exhausted.has(mark.source)) return -1;
    mark.lastIndex = from;
    const found = mark.exec(html)?.index ?? -1;
    if (found < 0) exhausted.add(mark.source);
    return found;
  };
}

/** Index behind a comment, declaration or tag that begins at `start`; -1 when it never ends. */
function endOfMarkup(html: string, start: number, find: Finder): number {
  if (html.startsWith('<!--', start)) {
    const end = find(/-->/g, start + 4);
    // A comment that never closes swallows the rest in a browser; here it ends at the first '>' so that no text hides behind it.
    if (end >= 0) return end + 3;
  }
  const end = find(/>/g, start);
  return end < 0 ? -1 : end + 1;
}

export interface HtmlShape {
  /** Marks that a parser may take for tags, within scripts and drawings too. */
  tags: number;
  /** Deepest nesting of elements that do not close by themselves. */
  depth: number;
}

const voidElements = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** Elements whose closing tag HTML lets writers leave out. */
const selfClosing = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd', 'option', 'tbody', 'thead', 'tfoot', 'colgroup']);

/** What a parser that builds a tree would have to deal with; counts no further than `tagLimit`. */
export function measureHtml(html: string, tagLimit: number): HtmlShape {
  const tags = countTags(html, tagLimit);
  if (tags > tagLimit) return { tags, depth: 0 };
  let [open, depth] = [0, 0];
  for (const piece of scanHtml(html)) {
    if (piece.kind === 'text' || voidElements.has(piece.name) || selfClosing.has(piece.name)) continue;
    open = Math.max(0, open + (piece.kind === 'open' ? 1 : -1));
    depth = Math.max(depth, open);
  }
  return { tags, depth };
}

function countTags(html: string, limit: number): number {
  const tag = /<[a-zA-Z/]/g;
  let count = 0;
  while (count <= limit && tag.exec(html) !== null) count += 1;
  return count;
}
