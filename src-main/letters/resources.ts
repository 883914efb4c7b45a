import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { badInput } from '../desk/faults.ts';
import {
  type LetterLabels,
  type LetterLanguage,
  type LetterTemplate,
  letterLabelsSchema,
  type Remedies,
  remediesSchema,
} from './contract.ts';
import { parseTemplate } from './rules/template.ts';

async function readJson(lettersDir: string, name: string): Promise<unknown> {
  const text = await readFile(join(lettersDir, name), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'ENOENT' ? badInput('template', `there is no ${name} among the letter templates`) : cause;
  });
  try {
    return JSON.parse(text);
  } catch {
    throw badInput(name, 'is not valid JSON');
  }
}

async function readChecked<Schema extends z.ZodType>(lettersDir: string, name: string, schema: Schema): Promise<z.infer<Schema>> {
  const read = schema.safeParse(await readJson(lettersDir, name));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw badInput(`${name}: ${issue?.path.join('.') ?? ''}`, issue?.message ?? 'has the wrong shape');
}

/** Reads one template of `lettersDir`. Faults: bad-input for a template that is not there or does not parse. */
export async function readTemplate(lettersDir: string, id: string, language: LetterLanguage): Promise<LetterTemplate> {
  if (!/^[a-z][a-z-]{1,40}$/.test(id)) throw badInput('template', 'is not a name such as missing-details');
  return parseTemplate(await readJson(lettersDir, `${id}.${language}.json`));
}

/** What letters call kinds, outcomes, channels, item types and actions, in every language. Fault: bad-input. */
export function readLabels(lettersDir: string): Promise<LetterLabels> {
  return readChecked(lettersDir, 'labels.json', letterLabelsSchema);
}

/** The remedies of the law, for remedyFor. Fault: bad-input. */
export function readRemedies(lettersDir: string): Promise<Remedies> {
  return readChecked(lettersDir, 'remedies.json', remediesSchema);
}
