import { parseArgs } from 'node:util';

/** A command line that does not follow the grammar: exit code 2. */
export class GrammarError extends Error {}

export interface Command {
  /** One line for the help text. */
  about: string;
  usage: string;
  /** Options beside --json and --help: a string takes a value, a list may be given many times, a flag stands alone. */
  options: Record<string, 'string' | 'list' | 'flag'>;
  /** How many words may stand without an option. */
  words?: { least: number; most: number; name: string };
  run(args: Args): Promise<Answer> | Answer;
}

/** What a command answers: one JSON document, and the same for a person. `ok: false` makes the exit code 1. */
export interface Answer {
  json: unknown;
  text: string;
  ok?: boolean;
}

export interface Args {
  words: string[];
  text(name: string): string | undefined;
  need(name: string): string;
  list(name: string): string[];
  flag(name: string): boolean;
}

type Values = Record<string, string | boolean | string[] | undefined>;

function optionsOf(command: Command) {
  const kinds = { ...command.options, json: 'flag', help: 'flag' } as Record<string, string>;
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'list' } as const,
    ]),
  );
}

/** Reads the words behind a command's name. Error: GrammarError that names the word. */
export function readArgs(command: Command, argv: string[]): Args {
  const { values, positionals } = parsed(command, argv);
  const { least, most, name } = command.words ?? { least: 0, most: 0, name: 'words' };
  if (positionals.length < least) throw new GrammarError(`${name} is missing. Usage: ${command.usage}`);
  if (positionals.length > most) throw new GrammarError(`"${positionals[most]}" is one word too many. Usage: ${command.usage}`);
  const text = (option: string) => values[option] as string | undefined;
  return {
    words: positionals,
    text,
    need(option) {
      const value = text(option);
      if (value === undefined) throw new GrammarError(`--${option} is missing. Usage: ${command.usage}`);
      return value;
    },
    list: (option) => (values[option] as string[] | undefined) ?? [],
    flag: (option) => values[option] === true,
  };
}

function parsed(command: Command, argv: string[]): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: argv, options: optionsOf(command), allowPositionals: true, strict: true });
    return { values: values as Values, positionals };
  } catch (error) {
    throw new GrammarError(`${(error as Error).message.split('. ')[0]}. Usage: ${command.usage}`);
  }
}

/** A whole number of zero or more behind an option. Error: GrammarError. */
export function wholeNumber(args: Args, option: string): number | undefined {
  const value = args.text(option);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new GrammarError(`--${option} needs a whole number, not "${value}".`);
  return Number(value);
}

/** One of a fixed set of words behind an option. Error: GrammarError naming the set. */
export function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  if (!(allowed as readonly string[]).includes(value))
    throw new GrammarError(`--${option} is "${value}"; it must be one of ${allowed.join(', ')}.`);
  return value as T;
}
