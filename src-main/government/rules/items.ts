import type { ActInput } from '../../cases/contract.ts';
import type { CaseFile } from '../../cases/rules/file.ts';
import { checkWhen } from '../../cases/rules/when.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import type { ItemList, SheetAnswers } from '../contract.ts';
import { keyOf } from './list.ts';
import { isAboutMaterial, noMaterial } from './material.ts';

/** What acts on items are planned on. `list`, `answers`: what was read of a list or of a sheet that came back. */
export interface ItemsContext {
  now: string;
  file: CaseFile;
  items: readonly { value: string }[];
  government?: { list?: ItemList; answers?: SheetAnswers; captured?: { sha256: string } };
}

/** As many as one case holds: beyond it a table of its own is the better place. */
const mostItems = 20_000;

function namedItems(items: NonNullable<ActInput<'add-items'>['items']>, known: readonly { value: string }[]): ItemList {
  const seen = new Set(known.map(({ value }) => keyOf(value)));
  const list: ItemList = { lines: items.length, items: [], repeated: [], here: [], refused: [] };
  for (const [n, item] of items.entries()) {
    const key = keyOf(item.value);
    if (seen.has(key)) list.here.push({ line: n + 1, value: item.value });
    else list.items.push(item);
    seen.add(key);
  }
  return list;
}

/** Adds items to a case, in one entry whatever their number; lines that name nothing stand in it. Faults: bad-input, refused. */
function planItems({ items, government }: ItemsContext, input: ActInput<'add-items'>) {
  const list = government?.list ?? namedItems(input.items ?? [], items);
  if (list.items.length === 0) {
    const why = list.here.length > 0 ? 'names nothing that the case does not have already' : 'names no address or account';
    throw badInput(input.text === undefined ? 'items' : 'text', `${why} (${list.lines} lines)`);
  }
  if (items.length + list.items.length > mostItems)
    throw new Fault(
      'refused',
      `A case holds at most ${mostItems.toLocaleString('en-IN')} items: file the rest as a case of its own and link it.`,
    );
  const { lines, repeated, here, refused } = list;
  const leftOut = { repeated: repeated.length, here: here.length, refused };
  return [{ kind: 'case.items-added', body: { items: list.items, name: input.name ?? null, lines, ...leftOut } }];
}

/** Notes what an item was before it went. Faults: bad-input (no such item or file, a date that cannot be). */
function planCapture(context: ItemsContext, { value, file, sha256, changed, note, at }: ActInput<'capture-item'>) {
  const item = context.items.find((one) => one.value === value) ?? context.items.find((one) => keyOf(one.value) === keyOf(value));
  if (!item) throw badInput('value', 'is not an item of this case');
  checkWhen(context, 'at', at);
  if (file !== undefined && isAboutMaterial(context.file)) throw new Fault('refused', noMaterial);
  const captured = context.government?.captured;
  if (file !== undefined && !captured) throw badInput('file', 'is not a file of this case');
  if (captured && sha256 !== undefined && sha256 !== captured.sha256) throw badInput('sha256', 'is not the hash of that file');
  const body = { value: item.value, attachment: file ?? null, sha256: captured?.sha256 ?? sha256, changed: changed ?? false };
  return [{ kind: 'item.captured', body: { ...body, note: note ?? null, at: at ?? context.now } }];
}

/** Takes back a sheet: what it says of each item in one entry, and the lines that cannot be taken in another. Fault: bad-input. */
function planSheet({ government }: ItemsContext, { name }: ActInput<'take-sheet'>) {
  const answers = government?.answers;
  if (!answers) throw badInput('text', 'is not an action sheet: its first row must name the columns Item, Done and When');
  const { sha256, open, refused } = answers;
  if (answers.answers.length === 0) {
    const lines = refused.map(({ line, why }) => `line ${line}: ${why}`).slice(0, 20);
    throw badInput('text', `holds no answer that can be taken${lines.length > 0 ? ` (${lines.join('; ')})` : ''}`);
  }
  const acted = answers.answers.map(({ value, action, at, proof }) => ({ value, action, at, ...(proof ? { proof } : {}) }));
  return [
    { kind: 'case.items-acted', body: { items: acted } },
    { kind: 'sheet.returned', body: { name: name ?? null, sha256, taken: acted.length, open, refused } },
  ];
}

export const itemPlanners = { 'add-items': planItems, 'capture-item': planCapture, 'take-sheet': planSheet };
