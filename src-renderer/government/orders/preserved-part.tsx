import { Button } from '@mantine/core';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { Preservation } from '../../../src-main/government/contract.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { formatDay, formatInstant } from '../../ui/ist.ts';
import styles from '../government.module.css';

/** What a preservation says in words, for its case and for the list of all. */
export function usePreservationWords() {
  const { t, number } = useText();
  return {
    what: ({ accounts, items, categories }: Preservation): string => {
      const shown = [...accounts, ...categories].slice(0, 6).join(', ');
      const count = items.length > 0 ? t('orders.items', { count: items.length, n: number(items.length) }) : '';
      return [shown, count].filter((part) => part !== '').join(' · ');
    },
    until: ({ until, releasedAt, releasedReason }: Preservation): string =>
      releasedAt === null
        ? t('orders.until', { day: formatDay(until) })
        : t('orders.released', { at: formatInstant(releasedAt), reason: releasedReason ?? '' }),
    frozen: ({ confirmed }: Preservation): string =>
      confirmed.length === 0
        ? t('orders.unconfirmed')
        : confirmed.map(({ system, reference, at }) => `${system}: ${formatInstant(at)} (${reference})`).join('; '),
  };
}

function One({ one }: { one: Preservation }) {
  const { t } = useText();
  const say = usePreservationWords();
  return (
    <li className={styles['step']}>
      <p className={styles['strong']}>
        {say.until(one)} · {say.what(one)}
      </p>
      <p className={styles['muted']}>
        {one.paper} · {t('orders.since', { at: formatInstant(one.from) })} · {one.byName}
      </p>
      <p className={styles['muted']}>{say.frozen(one)}</p>
      {one.renewed.map(({ at, was, paper, reason }) => (
        <p key={at} className={styles['muted']}>
          {t('orders.renewed', { at: formatInstant(at), was: formatDay(was), paper, reason })}
        </p>
      ))}
    </li>
  );
}

/** What is preserved in a case, and what can be done with it. */
export function PreservedPart({ view }: { view: CaseView }) {
  const { t } = useText();
  const go = useGo();
  const { preservations } = view.handling;
  const offered = (['preserve', 'confirm-preservation', 'renew-preservation', 'release-preservation'] as const).filter((doing) =>
    view.allowed.includes(doing),
  );
  if (preservations.length === 0 && offered.length === 0) return null;
  return (
    <section className={styles['stack']} aria-label={t('orders.preserved')}>
      <h4 className={styles['heading']}>{t('orders.preserved')}</h4>
      {preservations.length > 0 ? (
        <ol className={styles['stack']}>
          {preservations.map((one) => (
            <One key={one.seq} one={one} />
          ))}
        </ol>
      ) : null}
      <div className={styles['stepHead']}>
        {offered.map((doing) => (
          <Button key={doing} size="xs" variant="default" onClick={() => go.act(view.ref, doing)}>
            {t(`act.${doing}.name`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
