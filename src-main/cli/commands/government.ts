import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sheetCaseOf } from '../../cases/index.ts';
import { Fault } from '../../desk/faults.ts';
import { writeFileSafely } from '../../desk/files.ts';
import { parse } from '../../desk/parse.ts';
import { saveSheetSchema } from '../../government/contract.ts';
import { buildSheet, recordSheet } from '../../government/index.ts';
import { sha256Hex } from '../../journal/index.ts';
import { withDesk, workspaceOptions, workspaceUsage } from '../desk.ts';
import { type Command, oneOf } from '../grammar.ts';

export const sheet: Command = {
  about: 'write the action sheet of the items that wait, for those who act on them',
  usage: `sheet ${workspaceUsage} --case REF --to WHO [--format csv|pdf] [--due-back TS] [--reminder] --out FILE`,
  options: { ...workspaceOptions, case: 'string', to: 'string', format: 'string', 'due-back': 'string', reminder: 'flag', out: 'string' },
  run(args) {
    const out = resolve(args.need('out'));
    if (existsSync(out)) throw new Fault('already-exists', `--out: ${out} is already there and was left as it is. Name another file.`);
    const asked = {
      format: oneOf('format', args.text('format') ?? 'csv', ['csv', 'pdf']),
      to: args.need('to'),
      dueBack: args.text('due-back'),
      isReminder: args.flag('reminder') || undefined,
    };
    const input = parse(saveSheetSchema, asked, 'sheet');
    return withDesk(args, 'government.saveSheet', async (desk) => {
      const about = sheetCaseOf(desk, args.need('case'));
      const built = await buildSheet(desk, about, input);
      recordSheet(desk, about.ref, input, built);
      writeFileSafely(out, built.bytes);
      const sha256 = sha256Hex(built.bytes);
      return { json: { file: out, sha256, items: built.items }, text: `${out}\n${built.items} item(s), SHA-256 ${sha256}` };
    });
  },
};
