import { Button } from '@mantine/core';
import { IconUserStar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Appointment, OfficeFinding } from '../../../src-main/workspace/contract/appointments.ts';
import { offices } from '../../../src-main/workspace/contract/words.ts';
import { useDesk, useWorkspace } from '../../app/desk.tsx';
import { officersQuery } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/today.ts';
import { Chip } from '../../ui/chip.tsx';
import { keepFocus } from '../../ui/focus.ts';
import { formatDate } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import styles from '../people/people.module.css';
import { OfficerForm, RemoveOfficerForm } from './officer-form.tsx';

function useSpan() {
  const { t } = useText();
  return (from: string | null, until: string | null) =>
    [
      from ? t('staff.since', { day: formatDate(from) }) : null,
      until ? t('staff.untilDay', { day: formatDate(until) }) : t('officers.open'),
    ]
      .filter(Boolean)
      .join(' ');
}

function Findings({ findings }: { findings: OfficeFinding[] }) {
  const { t, word } = useText();
  const span = useSpan();
  if (findings.length === 0) return null;
  return (
    <Notice tone="warn" title={t('officers.findings')}>
      <ul>
        {findings.map(({ sort, office, platform, from, until, names }) => (
          <li key={sort + office + platform + from}>
            {t(`officers.${sort}`, {
              office: t(`officers.office.${office}`),
              platform: word('platform', platform),
              span: from === null ? '' : span(from, until),
              names: names.join(', '),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Card({ one, mayChange }: { one: Appointment; mayChange: boolean }) {
  const { t, word } = useText();
  const span = useSpan();
  const today = useToday();
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const isNow = one.from <= today && (one.until === null || today <= one.until);
  const reach = [one.designation, one.email, one.phone, one.address].filter(Boolean).join(' · ');
  return (
    <li className={styles['card']}>
      <div className={styles['row']}>
        <div>
          <p>
            <b>{one.name}</b> · {one.platform ? word('platform', one.platform) : t('officers.everywhere')} · {span(one.from, one.until)}{' '}
            {isNow ? <Chip tone="calm">{t('officers.now')}</Chip> : null}
          </p>
          <p className={styles['small']}>{reach}</p>
        </div>
        {mayChange ? (
          <div className={styles['buttons']}>
            <Button size="xs" variant="default" aria-label={t('staff.changeOf', { name: one.name })} onClick={() => setOpen('change')}>
              {t('staff.change')}
            </Button>
            <Button size="xs" variant="default" aria-label={t('officers.removeOf', { name: one.name })} onClick={() => setOpen('remove')}>
              {t('officers.remove')}
            </Button>
          </div>
        ) : null}
      </div>
      {open === 'change' ? <OfficerForm one={one} onDone={() => setOpen(null)} /> : null}
      {open === 'remove' ? <RemoveOfficerForm one={one} onDone={() => setOpen(null)} /> : null}
    </li>
  );
}

/** The officers of record by date: letters bear the name of who held the office on their day. */
export function OfficersPanel() {
  const { t } = useText();
  const { person } = useWorkspace();
  const { data, error, refetch } = useQuery(officersQuery(useDesk()));
  const [isAdding, setIsAdding] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const mayChange = person.roles.length === 0 || ['officer', 'compliance-chief', 'admin'].some((role) => person.roles.includes(role));
  const added = () => {
    setIsAdding(false);
    requestAnimationFrame(() => keepFocus(adder.current));
  };
  return (
    <Panel title={t('officers.title')} hint={t('officers.hint')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={2} /> : null}
      {data ? <Findings findings={data.findings} /> : null}
      {data && data.appointments.length === 0 ? <p className={styles['small']}>{t('officers.none')}</p> : null}
      {offices.map((office) => {
        const held = (data?.appointments ?? []).filter((one) => one.office === office);
        if (held.length === 0) return null;
        return (
          <section key={office} aria-label={t(`officers.office.${office}`)} className={styles['details']}>
            <h3 className={styles['office']}>{t(`officers.office.${office}`)}</h3>
            <ul className={styles['list']}>
              {held.map((one) => (
                <Card key={one.id} one={one} mayChange={mayChange} />
              ))}
            </ul>
          </section>
        );
      })}
      {isAdding ? <OfficerForm one={null} onDone={added} /> : null}
      {mayChange && !isAdding ? (
        <div className={styles['details']}>
          <Button ref={adder} variant="default" leftSection={<IconUserStar size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('officers.add')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
