import { nowOf } from '../../desk/desk.ts';
import { sayDate } from '../../law/rules.ts';
import { type ErasureView, type ListPart, listParts, type RetentionList, type RetentionView } from '../../retention/contract.ts';
import { erasePerson, erasureView, purgeCases, retentionList, retentionView } from '../../retention/index.ts';
import { scrubDesk } from '../../workspace/index.ts';
import { withDesk, workspaceOptions, workspaceUsage } from '../desk.ts';
import { type Command, oneOf } from '../grammar.ts';

const mostRows = 10_000;

function listText({ rows, halted }: RetentionList): string {
  const lines = rows.map(({ ref, dueOn, basis, blocks }) => [ref, sayDate(dueOn), basis, blocks[0]?.text ?? ''].join('  ').trimEnd());
  return [...(halted === null ? [] : [halted]), ...lines].join('\n');
}

function viewText({ ref, kept, blocks }: RetentionView): string {
  if (kept === null) return `${ref} is open.`;
  const steps = kept.steps.map(({ id, cite, why, until }) => `  ${sayDate(until)}  ${id}  ${cite ?? 'choice of the product'}  ${why}`);
  return [`${ref} is kept until the end of ${sayDate(kept.until)}.`, ...steps, ...blocks.map(({ text }) => text)].join('\n');
}

export const retention: Command = {
  about: 'which closed cases may be purged and when, or why one is kept',
  usage: `retention ${workspaceUsage} [--part ${listParts.join('|')}] [--case REF]`,
  options: { ...workspaceOptions, part: 'string', case: 'string' },
  run(args) {
    const part = (oneOf('part', args.text('part'), listParts) ?? 'due') as ListPart;
    const ref = args.text('case');
    return withDesk(args, 'retention.list', (desk) => {
      const looking = { me: desk.person.id, desk: desk.desk, now: nowOf(desk) };
      if (ref !== undefined) {
        const json = retentionView(desk.db, ref, looking);
        return { json, text: viewText(json) };
      }
      const json = retentionList(desk.db, { part, offset: 0, limit: mostRows }, looking);
      return { json, text: listText(json) };
    });
  },
};

export const purge: Command = {
  about: 'purge closed cases whose time is over; a tombstone stays, and nothing brings the rest back',
  usage: `purge ${workspaceUsage} --case REF [--case REF…] --typed (REF | NUMBER OF CASES) --reason TEXT`,
  options: { ...workspaceOptions, case: 'list', typed: 'string', reason: 'string' },
  run(args) {
    const refs = args.list('case').length > 0 ? args.list('case') : [args.need('case')];
    const asked = { refs: refs.map((ref) => ref.trim().toUpperCase()), typed: args.need('typed'), reason: args.need('reason') };
    return withDesk(args, 'retention.purge', async (desk) => {
      const json = purgeCases(desk, asked);
      await scrubDesk(desk.walls.outer());
      const lines = [
        ...json.done.map((ref) => `${ref}  purged`),
        ...json.waiting.map((ref) => `${ref}  waits for a second person`),
        ...json.refused.map(({ ref, why }) => `${ref}  refused: ${why}`),
      ];
      return { ok: json.done.length === asked.refs.length, json, text: lines.join('\n') };
    });
  },
};

function erasureText({ ref, goes, remains, obstacle }: ErasureView): string {
  const lines = [
    ...goes.map((one) => `${one.ref ?? 'her record'}  goes: ${one.what}`),
    ...remains.map(
      (one) => `${one.ref}  remains: ${one.why}${one.until ? ` until ${sayDate(one.until)}` : ''}${one.cite ? `, ${one.cite}` : ''}`,
    ),
  ];
  return [`On the request ${ref}:`, ...lines, ...(obstacle === null ? [] : [obstacle])].join('\n');
}

export const erase: Command = {
  about: 'what of a person this desk can forget on her request and what remains and why; with --typed it is taken out',
  usage: `erase ${workspaceUsage} --case REF [--typed REF --reason TEXT]`,
  options: { ...workspaceOptions, case: 'string', typed: 'string', reason: 'string' },
  run(args) {
    const ref = args.need('case');
    const typed = args.text('typed');
    return withDesk(args, typed === undefined ? 'retention.erasure' : 'retention.erase', async (desk) => {
      if (typed === undefined) {
        const json = erasureView(desk.db, ref, { me: desk.person.id, desk: desk.desk, now: nowOf(desk) });
        return { json, text: erasureText(json) };
      }
      const json = erasePerson(desk, { ref, typed, reason: args.need('reason') });
      await scrubDesk(desk.walls.outer());
      return { json, text: erasureText(json) };
    });
  },
};
