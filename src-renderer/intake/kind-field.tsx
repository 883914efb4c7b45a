import { Select } from '@mantine/core';
import { complaintKinds, governmentKinds, ownDutyKinds, rightsKinds } from '../../src-main/cases/contract/words.ts';
import type { CaseKind } from '../../src-main/cases/contract.ts';
import { useText } from '../app/text.ts';
import styles from './kind-field.module.css';

interface KindFieldProps {
  value: CaseKind;
  error?: string | undefined;
  onChange(kind: CaseKind): void;
}

/** The kind of a case, found by typing a part of its name. */
export function KindField({ value, error, onChange }: KindFieldProps) {
  const { t, word } = useText();
  const items = (kinds: readonly string[]) => kinds.map((kind) => ({ value: kind, label: word('kind', kind) }));
  return (
    <Select
      label={t('intake.kind')}
      value={value}
      error={error}
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      openOnFocus={false}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
      classNames={{ options: styles['options'] ?? '' }}
      nothingFoundMessage={t('intake.noKind')}
      data={[
        { group: t('words.group.unsorted'), items: items(['unsorted']) },
        { group: t('words.group.complaints'), items: items(complaintKinds) },
        { group: t('words.group.rights'), items: items(rightsKinds) },
        { group: t('words.group.government'), items: items(governmentKinds) },
        { group: t('words.group.own-duties'), items: items(ownDutyKinds) },
      ]}
      onChange={(kind) => kind && onChange(kind as CaseKind)}
    />
  );
}
