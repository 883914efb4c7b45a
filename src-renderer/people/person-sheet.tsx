import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartyView } from '../../src-main/people/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { Sheet } from '../app/sheet.tsx';
import { useText } from '../app/text.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import { CasesPart } from './cases-part.tsx';
import { IdentifiersPart } from './identifiers-part.tsx';
import { MergesPart } from './merges-part.tsx';
import styles from './people.module.css';
import { personQuery } from './queries.ts';
import { SuggestionsPart } from './suggestions-part.tsx';

interface RecordProps {
  person: PartyView;
  onLook(party: string): void;
  onClose(): void;
}

function PersonRecord({ person, onLook, onClose }: RecordProps) {
  return (
    <div className={styles['record']}>
      <IdentifiersPart person={person} />
      <CasesPart person={person} onClose={onClose} />
      <SuggestionsPart person={person} onLook={onLook} />
      <MergesPart person={person} />
    </div>
  );
}

/** One person with all that is known of her, beside the case she asks in. */
export function PersonSheet({ party, isOpen, onClose }: { party: string; isOpen: boolean; onClose(): void }) {
  const { t } = useText();
  // Looking at somebody who may be the same person leads away from this record, and back to it.
  const [looked, setLooked] = useState<string | null>(null);
  const shown = looked ?? party;
  const client = useDesk();
  const { data: person, error, refetch } = useQuery({ ...personQuery(client, shown), enabled: isOpen });
  const { data: own } = useQuery({ ...personQuery(client, party), enabled: isOpen });
  const nobody = t('people.noName');
  const close = () => {
    setLooked(null);
    onClose();
  };
  return (
    <Sheet title={t('people.title', { name: person?.name ?? nobody })} isOpen={isOpen} size={760} onClose={close}>
      {looked ? (
        <Button mb={12} size="xs" variant="default" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={() => setLooked(null)}>
          {t('people.back', { name: own?.name ?? nobody })}
        </Button>
      ) : null}
      {person ? <PersonRecord key={person.id} person={person} onLook={setLooked} onClose={close} /> : null}
      {error && !person ? <Failed error={error} onRetry={() => void refetch()} /> : null}
      {!person && !error ? <Waiting lines={8} /> : null}
    </Sheet>
  );
}
