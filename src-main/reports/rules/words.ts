import type { IdentityLevel } from '../../identity/contract/words.ts';
import type { AuthorityType } from '../../people/contract/words.ts';
import type { DossierSection, Withheld } from '../contract.ts';
import { en } from './words/en.ts';
import { entryWords } from './words/entries.ts';
import { hi } from './words/hi.ts';
import { type NameList, names } from './words/names.ts';

type Named<K extends string> = Record<K, string>;

/** The fixed words of a case report. */
export interface ReportWords {
  title: string;
  sections: Named<DossierSection>;
  none: string;
  head: Named<
    'ticket' | 'organisation' | 'prepared' | 'by' | 'holds' | 'redaction' | 'full' | 'masked' | 'archive' | 'archiveNote' | 'glyphs'
  >;
  fact: Named<FactName>;
  column: Named<ColumnName>;
  state: Record<string, string>;
  identity: Record<string, string>;
  level: Named<IdentityLevel>;
  missing: Record<string, string>;
  status: Record<string, string>;
  held: Record<string, string>;
  redaction: Record<string, string>;
  purpose: Record<string, string>;
  authority: Named<AuthorityType>;
  withheld: Named<Withheld['why']>;
  notAsked: string;
  steps: string;
  remarks: string;
  clockNote: string;
  recordNote: string;
  everything: string;
  alone: string;
}

export type FactName =
  | 'kind'
  | 'platform'
  | 'subject'
  | 'complainant'
  | 'email'
  | 'phone'
  | 'address'
  | 'onBehalfOf'
  | 'channel'
  | 'received'
  | 'entered'
  | 'lateReason'
  | 'state'
  | 'outcome'
  | 'identity'
  | 'assignee'
  | 'oldReference'
  | 'links'
  | 'holds'
  | 'facts'
  | 'hidden'
  | 'text'
  | 'items'
  | 'delays'
  | 'level'
  | 'missing'
  | 'purged'
  | 'attempts'
  | 'authorities'
  | 'searches'
  | 'categories'
  | 'recipients'
  | 'confirmations'
  | 'fileDecisions'
  | 'packages'
  | 'decidedAt'
  | 'ground'
  | 'clause'
  | 'clauseText'
  | 'reasons'
  | 'sent'
  | 'remedies'
  | 'open'
  | 'until'
  | 'complete'
  | 'privileged'
  | 'from';

export type ColumnName =
  | 'seq'
  | 'at'
  | 'who'
  | 'what'
  | 'rule'
  | 'status'
  | 'start'
  | 'due'
  | 'stopped'
  | 'item'
  | 'action'
  | 'method'
  | 'number'
  | 'result'
  | 'type'
  | 'instrument'
  | 'scope'
  | 'name'
  | 'found'
  | 'clause'
  | 'reference'
  | 'decision'
  | 'reason'
  | 'letter'
  | 'sealed'
  | 'sentBy'
  | 'hash'
  | 'size'
  | 'added'
  | 'archive'
  | 'entry'
  | 'entryHash'
  | 'commitment';

const words: Record<'en' | 'hi', ReportWords> = { en, hi };

/** The fixed words of a report in `language`. */
export function reportWords(language: 'en' | 'hi'): ReportWords {
  return words[language];
}

/** What a fixed word of a case is called; the word itself where none is known. */
export function nameOf(list: NameList, id: string, language: 'en' | 'hi'): string {
  return names[language][list][id] ?? id;
}

/** What an entry of this kind is called; its kind where no word is known. */
export function entryWord(kind: string, language: 'en' | 'hi'): string {
  return entryWords[language][kind] ?? kind;
}
