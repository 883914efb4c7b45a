import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartyView } from '../../src-main/people/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { ReasonForm } from '../case/acts/reason-form.tsx';
import { formatDay } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import { confirmText } from './merge.ts';
import styles from './people.module.css';
import { personQuery } from './queries.ts';
import { usePeopleChange } from './use-people.ts';

interface OtherProps {
  person: PartyView;
  other: PartyView;
  onClose(): void;
}

/** What the other record holds, before it becomes part of this one. */
function Held({ other }: { other: PartyView }) {
  const { word } = useText();
  return (
    <ul className={styles['held']}>
      {other.identifiers.map(({ kind, shown }) => (
        <li key={`${kind} ${shown}`}>
          <bdi>{shown}</bdi>
        </li>
      ))}
      {other.cases.slice(0, 5).map(({ ref, kind, receivedAt }) => (
        <li key={ref}>
          {ref} · {word('kind', kind)} · {formatDay(receivedAt)}
        </li>
      ))}
    </ul>
  );
}

function Merge({ person, other, onClose }: OtherProps) {
  const { t } = useText();
  const merge = usePeopleChange(
    (client, reason: string) => client.people.merge({ party: other.id, into: person.id, reason }),
    t('people.merged'),
    onClose,
  );
  return (
    <ReasonForm submit={t('people.mergeNow')} confirm={confirmText(other)} work={merge} onClose={onClose}>
      <p className={styles['strong']}>{t('people.mergeTitle', { name: other.name ?? t('people.noName') })}</p>
      <p className={styles['muted']}>{t('people.mergeHint')}</p>
      <Held other={other} />
    </ReasonForm>
  );
}

function Apart({ person, other, onClose }: OtherProps) {
  const { t } = useText();
  const tell = usePeopleChange(
    (client, reason: string) => client.people.tellApart({ party: person.id, other: other.id, reason }),
    t('people.toldApart'),
    onClose,
  );
  return (
    <ReasonForm submit={t('people.apartNow')} work={tell} onClose={onClose}>
      <p className={styles['strong']}>{t('people.apartTitle', { name: other.name ?? t('people.noName') })}</p>
      <p className={styles['muted']}>{t('people.apartHint')}</p>
    </ReasonForm>
  );
}

type Doing = 'merge' | 'apart';

function Doing({ doing, person, party, onClose }: { doing: Doing; person: PartyView; party: string; onClose(): void }) {
  const { data: other, error, refetch } = useQuery(personQuery(useDesk(), party));
  if (!other) return error ? <Failed error={error} onRetry={() => void refetch()} compact /> : <Waiting lines={3} />;
  return doing === 'merge' ? (
    <Merge person={person} other={other} onClose={onClose} />
  ) : (
    <Apart person={person} other={other} onClose={onClose} />
  );
}

interface OneProps {
  person: PartyView;
  party: string;
  name: string | null;
  about: string;
  onLook(party: string): void;
}

function One({ person, party, name, about, onLook }: OneProps) {
  const { t } = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const shown = name ?? t('people.noName');
  const toggle = (next: Doing) => setDoing(doing === next ? null : next);
  return (
    <li>
      <div className={styles['line']}>
        <span className={styles['grow']}>
          <bdi>{shown}</bdi> <span className={styles['muted']}>{about}</span>
        </span>
        <Button size="compact-sm" variant="default" aria-label={`${t('people.look')} ${shown}`} onClick={() => onLook(party)}>
          {t('people.look')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('people.merge')} ${shown}`}
          aria-expanded={doing === 'merge'}
          onClick={() => toggle('merge')}
        >
          {t('people.merge')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('people.apart')} ${shown}`}
          aria-expanded={doing === 'apart'}
          onClick={() => toggle('apart')}
        >
          {t('people.apart')}
        </Button>
      </div>
      {doing ? <Doing doing={doing} person={person} party={party} onClose={() => setDoing(null)} /> : null}
    </li>
  );
}

/** Any other record of the desk, found by name or contact. */
function Find({ person, onLook }: { person: PartyView; onLook(party: string): void }) {
  const { t, number } = useText();
  const client = useDesk();
  const [text, setText] = useState('');
  const asked = text.trim();
  const { data, error } = useQuery({
    queryKey: ['people', 'find', asked],
    queryFn: () => client.people.find({ text: asked, limit: 8 }),
    enabled: asked.length >= 3,
    gcTime: 10_000,
  });
  const found = (asked.length >= 3 ? (data ?? []) : []).filter(({ id }) => id !== person.id);
  return (
    <div className={styles['find']}>
      <TextInput
        label={t('people.find')}
        description={t('people.findHint')}
        value={text}
        autoComplete="off"
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {error ? <Failed error={error} compact /> : null}
      <ul className={styles['lines']} aria-live="polite">
        {found.map(({ id, name, contact, caseCount }) => (
          <One
            key={id}
            person={person}
            party={id}
            name={name}
            about={[contact, t('people.caseCount', { count: caseCount, n: number(caseCount) })].filter(Boolean).join(' · ')}
            onLook={onLook}
          />
        ))}
        {asked.length >= 3 && data && found.length === 0 ? <li className={styles['muted']}>{t('people.findNobody')}</li> : null}
      </ul>
    </div>
  );
}

/** Who may be the same person: nothing is merged before somebody says so, with a reason. */
export function SuggestionsPart({ person, onLook }: { person: PartyView; onLook(party: string): void }) {
  const { t, number } = useText();
  return (
    <Panel level={3} title={t('people.suggestions')}>
      {person.suggestions.length === 0 ? <p className={styles['muted']}>{t('people.noSuggestions')}</p> : null}
      <ul className={styles['lines']}>
        {person.suggestions.map(({ party, name, why, strength, caseCount }) => (
          <One
            key={party}
            person={person}
            party={party}
            name={name}
            about={[
              why.map((one) => t(`people.why.${one}`)).join(', '),
              t(`people.strength.${strength}`),
              t('people.caseCount', { count: caseCount, n: number(caseCount) }),
            ].join(' · ')}
            onLook={onLook}
          />
        ))}
      </ul>
      <Find person={person} onLook={onLook} />
    </Panel>
  );
}
