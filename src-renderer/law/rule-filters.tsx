import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { caseKinds } from '../../src-main/cases/contract/words.ts';
import { confidences } from '../../src-main/law/contract/words.ts';
import type { Rulebook } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import { Choice } from '../ui/fields.tsx';
import styles from './book.module.css';
import { type BookFilter, instrumentsOf } from './book.ts';

interface FiltersProps {
  rulebook: Rulebook;
  filter: BookFilter;
  onChange(part: Partial<BookFilter>): void;
}

/** The search and the filters above the list of rules. */
export function RuleFilters({ rulebook, filter, onChange }: FiltersProps) {
  const { t, word } = useText();
  return (
    <search className={styles['filters']}>
      <TextInput
        className={styles['wide'] ?? ''}
        aria-label={t('lawRoom.book.search')}
        placeholder={t('lawRoom.book.searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.text}
        onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
      />
      <Choice
        aria-label={t('lawRoom.book.instrument')}
        value={filter.instrument}
        empty={t('lawRoom.book.allInstruments')}
        options={instrumentsOf(rulebook).map((name) => ({ value: name, label: name }))}
        onChange={(instrument) => onChange({ instrument })}
      />
      <Choice
        aria-label={t('lawRoom.book.standing')}
        value={filter.standing}
        empty={t('lawRoom.book.standings.all')}
        options={(['now', 'coming', 'ended'] as const).map((id) => ({ value: id, label: t(`lawRoom.book.standings.${id}`) }))}
        onChange={(standing) => onChange({ standing: standing as BookFilter['standing'] })}
      />
      <Choice
        aria-label={t('lawRoom.book.confidence')}
        value={filter.confidence}
        empty={t('lawRoom.book.allConfidences')}
        options={confidences.map((id) => ({ value: id, label: t(`law.confidenceShort.${id}`) }))}
        onChange={(confidence) => onChange({ confidence })}
      />
      <Choice
        aria-label={t('lawRoom.book.kind')}
        value={filter.kind}
        empty={t('lawRoom.book.allKinds')}
        options={caseKinds.map((id) => ({ value: id, label: word('kind', id) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Checkbox
        label={t('lawRoom.book.disputed')}
        checked={filter.isDisputed}
        onChange={({ currentTarget }) => onChange({ isDisputed: currentTarget.checked })}
      />
      <Button component={Link} to="/law/edit" className={styles['add'] ?? ''} size="compact-sm" variant="subtle">
        {t('lawRoom.book.add')}
      </Button>
    </search>
  );
}
