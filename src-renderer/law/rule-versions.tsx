import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Rulebook } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import styles from './book.module.css';
import { type Duty, differingFields, type Source, type VersionField, versionFields } from './book.ts';
import { isRule } from './in-words.ts';
import { StandingChip } from './rule-list.tsx';
import { TableFrame } from './table-frame.tsx';
import { FieldOfRule } from './version-field.tsx';

interface VersionsProps {
  duty: Duty;
  rulebook: Rulebook;
  today: string;
  canEdit: boolean;
}

function Head({ version, today, canEdit }: { version: Source; today: string; canEdit: boolean }) {
  const { t } = useText();
  return (
    <th scope="col">
      <span className={styles['versionHead']}>
        <span>{version.id}</span>
        <StandingChip source={version} today={today} />
        {canEdit && isRule(version) ? (
          <Button
            component={Link}
            to="/law/edit"
            search={{ rule: version.id } as never}
            size="compact-xs"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            aria-label={`${t('lawRoom.book.change')}: ${version.id}`}
          >
            {t('lawRoom.book.change')}
          </Button>
        ) : null}
      </span>
    </th>
  );
}

interface RowProps {
  field: VersionField;
  versions: Source[];
  rulebook: Rulebook;
  isDifferent: boolean;
}

function Row({ field, versions, rulebook, isDifferent }: RowProps) {
  const { t } = useText();
  return (
    <tr data-differs={isDifferent || undefined}>
      <th scope="row">
        {t(`law.fields.${field}`)}
        {isDifferent ? <span className={styles['differs']}>{t('lawRoom.book.differs')}</span> : null}
      </th>
      {versions.map((version) => (
        <td key={version.id}>
          <FieldOfRule source={version} field={field} rulebook={rulebook} />
        </td>
      ))}
    </tr>
  );
}

/** All versions of a duty side by side, the newest first; what differs is marked. */
export function RuleVersions({ duty, rulebook, today, canEdit }: VersionsProps) {
  const { language } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { lead, versions, family } = duty;
  const differing = differingFields(versions);
  // Choosing a rule by keyboard keeps the list; a screen reader finds the heading next.
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section aria-labelledby="rule-heading">
      <h2 id="rule-heading" ref={heading} className={styles['ruleHeading']}>
        {lead.title[language]} <span className={styles['family']}>{family}</span>
      </h2>
      <div className={styles['frame']}>
        <TableFrame label={lead.title[language]}>
          <table className={styles['versions']}>
            <thead>
              <tr>
                <td />
                {versions.map((version) => (
                  <Head key={version.id} version={version} today={today} canEdit={canEdit} />
                ))}
              </tr>
            </thead>
            <tbody>
              {versionFields.map((field) => (
                <Row key={field} field={field} versions={versions} rulebook={rulebook} isDifferent={differing.has(field)} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      </div>
    </section>
  );
}
