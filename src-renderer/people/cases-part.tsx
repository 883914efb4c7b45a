import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PartyCase, PartyView } from '../../src-main/people/contract.ts';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { ReasonForm } from '../case/acts/reason-form.tsx';
import { formatDay } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './people.module.css';
import { usePeopleChange } from './use-people.ts';

function Case({ person, one, onClose }: { person: PartyView; one: PartyCase; onClose(): void }) {
  const { t, word } = useText();
  const go = useGo();
  const [isParting, setIsParting] = useState(false);
  const part = usePeopleChange(
    (client, reason: string) => client.people.setCaseParty({ ref: one.ref, party: null, reason }),
    t('people.isParted'),
  );
  // A case that came from a merged record is parted by undoing the merge.
  const mayPart = one.role === 'complainant' && one.party === person.id && person.cases.length > 1;
  return (
    <li>
      <div className={styles['line']}>
        <button
          type="button"
          className={styles['ticket']}
          onClick={() => {
            onClose();
            go.openCase(one.ref);
          }}
        >
          {one.ref}
        </button>
        <span className={styles['grow']}>
          <span dir="auto">{one.subject}</span>
          <span className={styles['muted']}>
            {' '}
            {word('kind', one.kind)} · {word('platform', one.platform)} · {word('state', one.state)} · {formatDay(one.receivedAt)}
            {one.role === 'complainant' ? null : ` · ${t(`people.role.${one.role}`)}`}
            {one.party === person.id ? null : ` · ${t('people.ofMerged')}`}
          </span>
        </span>
        {mayPart ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('people.ownRecord')} ${one.ref}`}
            aria-expanded={isParting}
            onClick={() => setIsParting(!isParting)}
          >
            {t('people.ownRecord')}
          </Button>
        ) : null}
      </div>
      {isParting ? (
        <ReasonForm submit={t('people.partNow')} work={part} onClose={() => setIsParting(false)}>
          <p className={styles['muted']}>{t('people.ownRecordHint', { ref: one.ref })}</p>
        </ReasonForm>
      ) : null}
    </li>
  );
}

/** The cases of a person, newest first as the desk gives them. */
export function CasesPart({ person, onClose }: { person: PartyView; onClose(): void }) {
  const { t, number } = useText();
  return (
    <Panel level={3} title={`${t('people.cases')} (${number(person.cases.length)})`}>
      {person.cases.length === 0 ? <p className={styles['muted']}>{t('people.noCases')}</p> : null}
      <ul className={styles['lines']}>
        {person.cases.map((one) => (
          <Case key={one.ref + one.role} person={person} one={one} onClose={onClose} />
        ))}
      </ul>
    </Panel>
  );
}
