import { Button } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '../../src-main/cases/contract.ts';
import type { RepeatView } from '../../src-main/people/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { casePeopleQuery } from '../people/queries.ts';
import { openRepeats } from '../people/repeats.ts';
import { formatDay } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './repeat-box.module.css';
import { useAct } from './use-act.ts';

const boxId = 'complaints-made-before';

function useRepeats(view: CaseView): RepeatView[] {
  const { data } = useQuery(casePeopleQuery(useDesk(), view.ref));
  return openRepeats(view, data?.repeats ?? []);
}

function Repeat({ view, repeat }: { view: CaseView; repeat: RepeatView }) {
  const { t, word, number } = useText();
  const go = useGo();
  const link = useAct(view.ref, 'link');
  const isEarlier = repeat.receivedAt <= view.receivedAt;
  return (
    <li>
      <button type="button" className={styles['ticket']} onClick={() => go.openCase(repeat.ref)}>
        {repeat.ref}
      </button>{' '}
      {t('people.repeat.line', { kind: word('kind', repeat.kind), state: word('state', repeat.state), at: formatDay(repeat.receivedAt) })}
      <div className={styles['muted']}>
        {repeat.daysApart === 0
          ? t('people.repeat.sameDay')
          : t('people.repeat.apart', { count: repeat.daysApart, n: number(repeat.daysApart) })}
        {' · '}
        {repeat.why.map((why) => t(`people.repeat.why.${why}`)).join(', ')}
      </div>
      {isEarlier && view.allowed.includes('link') ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={link.isPending}
          aria-label={t('people.repeat.linkOf', { ref: repeat.ref })}
          onClick={() => link.mutate({ to: repeat.ref, as: 'duplicate-of' })}
        >
          {t('people.repeat.link')}
        </Button>
      ) : null}
      {isEarlier ? null : <span className={styles['muted']}>{t('people.repeat.later')}</span>}
    </li>
  );
}

/** The hint of the header that the case may repeat another, which leads to the box. */
export function RepeatPill({ view, className }: { view: CaseView; className: string | undefined }) {
  const { t, number } = useText();
  const [first, ...others] = useRepeats(view);
  if (!first) return null;
  const words = others.length === 0 ? 'people.repeat.pill' : 'people.repeat.pillMore';
  return (
    <li>
      <button type="button" className={className} onClick={() => document.getElementById(boxId)?.scrollIntoView({ block: 'center' })}>
        {t(words, { ref: first.ref, n: number(others.length) })}
      </button>
    </li>
  );
}

/** The case may be a complaint made before. It says so, and one act links them; nothing happens by itself. */
export function RepeatBox({ view }: { view: CaseView }) {
  const { t, number } = useText();
  const repeats = useRepeats(view);
  if (repeats.length === 0) return null;
  return (
    <div id={boxId} className={styles['box']}>
      <Notice
        tone="note"
        icon={<IconCopyCheck size={18} aria-hidden />}
        title={t('people.repeat.title', { count: repeats.length, n: number(repeats.length) })}
      >
        <ul className={styles['list']}>
          {repeats.slice(0, 3).map((repeat) => (
            <Repeat key={repeat.ref} view={view} repeat={repeat} />
          ))}
        </ul>
        <p className={styles['muted']}>{t('people.repeat.hint')}</p>
      </Notice>
    </div>
  );
}
