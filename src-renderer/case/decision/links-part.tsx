import { Button } from '@mantine/core';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import styles from '../tabs/tabs.module.css';

/** The cases this one is tied to, how, and how far each has come. */
export function LinksPart({ view }: { view: CaseView }) {
  const { t, word } = useText();
  const go = useGo();
  if (view.links.length === 0) return null;
  return (
    <section aria-label={t('case.links')}>
      <h4 className={styles['heading']}>{t('case.links')}</h4>
      <ul className={styles['list']}>
        {view.links.map(({ ref, as, kind, state, outcome, subject }) => (
          <li key={ref + as}>
            {word('link', as)}{' '}
            <button type="button" className={styles['link']} onClick={() => go.openCase(ref)}>
              {ref}
            </button>
            <div className={styles['muted']}>
              {word('kind', kind)} · {outcome && state === 'closed' ? word('outcome', outcome) : word('state', state)} ·{' '}
              <bdi>{subject}</bdi>
            </div>
          </li>
        ))}
      </ul>
      {view.allowed.includes('unlink') && view.links.some(({ own }) => !own) ? (
        <Button size="compact-sm" variant="subtle" color="quiet" onClick={() => go.act(view.ref, 'unlink')}>
          {t('act.unlink.name')}
        </Button>
      ) : null}
    </section>
  );
}
