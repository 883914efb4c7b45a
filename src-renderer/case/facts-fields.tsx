import { TextInput } from '@mantine/core';
import { contentCategories } from '../../src-main/cases/contract/words.ts';
import type { CaseKind, Facts } from '../../src-main/cases/contract.ts';
import { InstantField } from '../app/instant-field.tsx';
import { useText } from '../app/text.ts';
import { type Answer, Choice, YesNo } from '../ui/fields.tsx';
import { formatInstant, parseInstant } from '../ui/ist.ts';
import { type FactName, factSorts, factsOfKind } from './facts-of-kind.ts';

interface FieldProps {
  name: FactName;
  /** Instants are held as typed until the form is sent. */
  value: unknown;
  onChange(value: unknown): void;
}

const sources = ['court', 'government', 'police'] as const;

function FactField({ name, value, onChange }: FieldProps) {
  const { t, word, look } = useText();
  const label = look(`facts.${name}.label`, name);
  const hint = look(`facts.${name}.hint`, '') || undefined;
  switch (factSorts[name]) {
    case 'yes-no':
      return <YesNo label={label} hint={hint} value={value as Answer} onChange={onChange} />;
    case 'category':
      return (
        <Choice
          label={label}
          description={hint}
          value={String(value ?? '')}
          empty={t('common.unknown')}
          options={contentCategories.map((id) => ({ value: id, label: word('category', id) }))}
          onChange={(id) => onChange(id || undefined)}
        />
      );
    case 'source':
      return (
        <Choice
          label={label}
          value={String(value ?? '')}
          empty={t('common.unknown')}
          options={sources.map((id) => ({ value: id, label: word('source', id) }))}
          onChange={(id) => onChange(id || undefined)}
        />
      );
    case 'instant':
      return <InstantField label={label} value={shownInstant(value)} onChange={(text) => onChange(text || undefined)} />;
    default:
      return (
        <TextInput
          label={label}
          description={hint}
          value={String(value ?? '')}
          onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
        />
      );
  }
}

/** What is known comes as ISO text, what is being typed as it stands. */
function shownInstant(value: unknown): string {
  const text = String(value ?? '');
  return /^\d{4}-\d\d-\d\dT/.test(text) ? formatInstant(text) : text;
}

/** Typed instants become RFC 3339; one that cannot be read is left for the desk to refuse by name. */
export function sentFacts(facts: Facts): Facts {
  const entries = Object.entries(facts).map(([name, value]) => [
    name,
    factSorts[name as FactName] === 'instant' ? (parseInstant(shownInstant(value)) ?? value) : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Facts;
}

/** The questions whose answers decide which clocks run for this kind. */
export function FactsFields({ kind, facts, onChange }: { kind: CaseKind; facts: Facts; onChange(facts: Facts): void }) {
  return factsOfKind(kind).map((name) => (
    <FactField key={name} name={name} value={facts[name]} onChange={(value) => onChange({ ...facts, [name]: value } as Facts)} />
  ));
}
