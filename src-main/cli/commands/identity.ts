import { isoInstant, systemClock } from '../../desk/ports.ts';
import { type IdType, idTypes } from '../../identity/contract.ts';
import { checkId } from '../../identity/rules.ts';
import { type Command, oneOf } from '../grammar.ts';

const istShiftMs = 330 * 60_000;

export const checkIdCommand: Command = {
  about: `check a number by form and check digit: ${idTypes.join(', ')}`,
  usage: `check-id --type ${idTypes.join('|')} VALUE`,
  options: { type: 'string' },
  // A number may be typed in its groups, and the zone of a passport has two lines.
  words: { least: 1, most: 16, name: 'VALUE' },
  run(args) {
    const type = oneOf('type', args.need('type'), idTypes) as IdType;
    const today = isoInstant(systemClock.now() + istShiftMs).slice(0, 10);
    const { ok, masked, reason } = checkId(type, args.words.join(' '), today);
    return { ok, json: { ok, masked, reason }, text: `${ok ? 'right in form' : 'WRONG'}  ${masked}\n${reason}` };
  },
};
