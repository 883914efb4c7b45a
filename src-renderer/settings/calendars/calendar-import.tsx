import { Button, TextInput } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarDraft, IcsNames } from '../../../src-main/law/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { ReasonField } from '../../case/acts/reason-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failed } from '../../ui/states.tsx';
import { WeekdayToggles } from '../weekday-toggles.tsx';
import { CalendarFacts } from './calendar-facts.tsx';
import styles from './calendars.module.css';
import { isGoodId, namesFor, needsNames } from './names.ts';

interface Chosen {
  token: string;
  name: string;
}

/** What an .ics file does not say, asked before it is read. */
function NamesForm({ file, onRead, isWorking }: { file: Chosen; onRead(names: IcsNames): void; isWorking: boolean }) {
  const { t } = useText();
  const [names, setNames] = useState<IcsNames>(() => namesFor(file.name));
  const [isTried, setIsTried] = useState(false);
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (isGoodId(names.id) && names.title.trim() !== '') onRead(names);
      }}
    >
      <h3 className={styles['sub']}>{t('calendars.nameIt', { name: file.name })}</h3>
      <TextInput
        label={t('calendars.name')}
        value={names.title}
        error={isTried && names.title.trim() === '' && t('common.required')}
        onChange={({ currentTarget }) => setNames({ ...names, title: currentTarget.value })}
      />
      <TextInput
        label={t('calendars.id')}
        description={t('calendars.idHint')}
        value={names.id}
        error={isTried && !isGoodId(names.id) && t('calendars.badId')}
        onChange={({ currentTarget }) => setNames({ ...names, id: currentTarget.value })}
      />
      <WeekdayToggles
        label={t('calendars.weeklyOff')}
        value={names.weeklyOff}
        onChange={(weeklyOff) => setNames({ ...names, weeklyOff })}
      />
      <div>
        <Button type="submit" loading={isWorking}>
          {t('calendars.read')}
        </Button>
      </div>
    </form>
  );
}

function Problems({ problems }: Pick<CalendarDraft, 'problems'>) {
  const { t, number } = useText();
  if (problems.length === 0) return null;
  return (
    <Notice tone="warn" title={t('calendars.leftOut', { count: problems.length, n: number(problems.length) })}>
      <ul className={styles['problems']} lang="en">
        {problems.map(({ line, field, message }) => (
          <li key={`${line} ${field} ${message}`}>
            {line === null ? '' : `${t('calendars.line', { n: line })}: `}
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What was read, to be looked at; adopted with a reason. */
export function CalendarPreview({ draft, onDone }: { draft: CalendarDraft; onDone(): void }) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const adopt = useMutation({
    mutationFn: () => client.law.adoptCalendar({ content: draft.content ?? '', reason: reason.trim() }),
    onSuccess(list) {
      queries.setQueryData(keys.law('calendars'), list);
      tellDone(t('calendars.adopted', { title: draft.calendar?.title ?? '' }));
      onDone();
    },
  });
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (reason.trim() !== '') adopt.mutate();
      }}
    >
      <h3 className={styles['sub']}>{t('calendars.preview')}</h3>
      <Problems problems={draft.problems} />
      {draft.calendar ? (
        <>
          <p>
            <b>{draft.calendar.title}</b> · {draft.calendar.id} · {draft.calendar.version}
          </p>
          <CalendarFacts calendar={draft.calendar} isOpen />
        </>
      ) : null}
      {draft.content === null ? (
        <p role="alert">{t('calendars.nothing')}</p>
      ) : (
        <ReasonField label={t('calendars.reason')} value={reason} isTried={isTried} error={undefined} onChange={setReason} />
      )}
      {adopt.error ? <Failed error={adopt.error} compact /> : null}
      <div className={styles['buttons']}>
        {draft.content === null ? null : (
          <Button type="submit" loading={adopt.isPending}>
            {t('calendars.adopt')}
          </Button>
        )}
        <Button variant="subtle" color="quiet" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Import of a calendar: choose, name what the file does not say, look at what was read, adopt it. */
export function CalendarImport() {
  const { t } = useText();
  const client = useDesk();
  const [file, setFile] = useState<Chosen | null>(null);
  const read = useMutation({
    mutationFn: ({ token, names }: { token: string; names?: IcsNames }) => client.law.readCalendar({ token, ...(names ? { names } : {}) }),
    // A file that was read, or could not be, must be chosen again.
    onSettled: () => setFile(null),
  });
  const choose = useMutation({
    mutationFn: () => client.law.chooseFile({ for: 'calendar' }),
    onSuccess(chosen) {
      if (!chosen) return;
      read.reset();
      if (needsNames(chosen.name)) setFile(chosen);
      else read.mutate({ token: chosen.token });
    },
  });
  return (
    <div className={styles['form']}>
      <div>
        <Button
          variant="default"
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          loading={choose.isPending}
          onClick={() => choose.mutate()}
        >
          {t('calendars.import')}
        </Button>
      </div>
      {choose.error || read.error ? <Failed error={choose.error ?? read.error} compact /> : null}
      {file ? (
        <NamesForm key={file.token} file={file} isWorking={read.isPending} onRead={(names) => read.mutate({ token: file.token, names })} />
      ) : null}
      {read.data ? <CalendarPreview draft={read.data} onDone={read.reset} /> : null}
    </div>
  );
}
