import { randomUUID } from 'node:crypto';
import { Fault } from '../desk/faults.ts';
import { maskAadhaarIn } from '../identity/rules.ts';
import { act, add, importCommand, list, search, show } from './commands/cases.ts';
import { sheet } from './commands/government.ts';
import { checkIdCommand } from './commands/identity.ts';
import { checkProfile, checkRulebook, clocks } from './commands/law.ts';
import { auditCopy, checkpoint, letter, verify } from './commands/record.ts';
import { report } from './commands/report.ts';
import { erase, purge, retention } from './commands/retention.ts';
import { addPersonCommand, officersCommand } from './commands/staff.ts';
import { backup, init, restore } from './commands/workspace.ts';
import { type Answer, type Command, GrammarError, readArgs } from './grammar.ts';

/** The command line (docs/command-line.md): exit 0 done, 1 refused or a check that failed, 2 grammar. */
const commands: Record<string, Command> = {
  init,
  clocks,
  add,
  import: importCommand,
  list,
  search,
  show,
  act,
  letter,
  sheet,
  report,
  'audit-copy': auditCopy,
  checkpoint,
  verify,
  backup,
  restore,
  retention,
  purge,
  erase,
  'add-person': addPersonCommand,
  officers: officersCommand,
  'check-id': checkIdCommand,
  'check-rulebook': checkRulebook,
  'check-profile': checkProfile,
};

function helpText(): string {
  const rows = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(16)}${about}`);
  return [
    'Nivaran: the desk of a grievance officer',
    '',
    ...rows,
    '',
    'COMMAND --help shows its options. --json answers one JSON document.',
  ].join('\n');
}

function faultAnswer(error: unknown): { code: number; json: unknown; text: string } {
  if (error instanceof GrammarError) {
    // A word out of place is quoted, and may be the very number that must not be shown.
    const message = maskAadhaarIn(error.message).text;
    return { code: 2, json: { error: { code: 'grammar', message } }, text: message };
  }
  if (error instanceof Fault)
    return { code: 1, json: { error: { code: error.code, message: error.message, ...error.detail } }, text: error.message };
  const incident = randomUUID();
  process.stderr.write(`incident ${incident}: ${(error as Error).stack ?? String(error)}\n`);
  const message = `Something unexpected went wrong (incident ${incident}). Nothing was half-written.`;
  return { code: 1, json: { error: { code: 'unexpected', message, incident } }, text: message };
}

async function answerTo(argv: string[]): Promise<Answer> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') return { json: { commands: Object.keys(commands) }, text: helpText() };
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new GrammarError(`"${name}" is not a command. Commands: ${Object.keys(commands).join(', ')}.`);
  if (rest.includes('--help')) return { json: { usage: command.usage, about: command.about }, text: `${command.about}\n${command.usage}` };
  return command.run(readArgs(command, rest));
}

/** One write, so that a reader at the other end of a pipe never sees half a document. */
function print(json: unknown, text: string, isJson: boolean, stream: NodeJS.WriteStream): Promise<void> {
  const output = isJson ? JSON.stringify(json) : text;
  return new Promise((resolve) => {
    stream.write(`${output}\n`, () => resolve());
  });
}

async function main(argv: string[]): Promise<number> {
  const isJson = argv.includes('--json');
  try {
    const { json, text, ok } = await answerTo(argv.filter((word) => word !== '--json'));
    await print(json, text, isJson, process.stdout);
    return ok === false ? 1 : 0;
  } catch (error) {
    const { code, json, text } = faultAnswer(error);
    await print(json, text, isJson, isJson ? process.stdout : process.stderr);
    return code;
  }
}

process.exit(await main(process.argv.slice(2)));
