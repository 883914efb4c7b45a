import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { IdentityView } from '../../../src-main/identity/contract.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { type Template, templates } from '../../queue/queue-search.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts } from '../../ui/panel.tsx';
import { useDo } from '../use-do.ts';
import { useIdentityWords } from './badge.tsx';
import styles from './identity.module.css';
import { nextOf } from './next.ts';

interface PartProps {
  view: CaseView;
  identity: IdentityView;
}

/** The letter that asks for proof: its own template where there is one. */
const proofTemplate = (templates as readonly string[]).includes('identity-request') ? ('identity-request' as Template) : 'missing-details';

function Next({ view, identity }: PartProps) {
  const { t } = useText();
  const begin = useDo(view.ref);
  const go = useGo();
  const next = nextOf(identity);
  const asks = next !== null && next !== 'record';
  return (
    <div className={styles['next']}>
      {next ? <p className={styles['nextLine']}>{t(`identity.next.${next}`)}</p> : null}
      <div className={styles['head']}>
        {view.allowed.includes('verify-identity') ? (
          <Button
            size="xs"
            variant={next === null || next === 'authority' ? 'default' : 'filled'}
            rightSection={<Keycap keys="V" onAccent={next !== null && next !== 'authority'} />}
            onClick={() => begin('verify-identity')}
          >
            {t('act.verify-identity.name')}
          </Button>
        ) : null}
        {next === 'authority' && view.allowed.includes('record-authority') ? (
          <Button size="xs" onClick={() => begin('record-authority')}>
            {t('act.record-authority.name')}
          </Button>
        ) : null}
        {asks && view.allowed.includes('dispatch') ? (
          <Button size="xs" variant="default" onClick={() => go.act(view.ref, 'letter', proofTemplate)}>
            {t('identity.ask')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Items({ identity }: Pick<PartProps, 'identity'>) {
  const { t, number } = useText();
  const { items } = identity.checklist;
  if (items.length === 0) return <p className={styles['state']}>{t('identity.list.nothing')}</p>;
  return (
    <ul className={styles['items']} aria-label={t('identity.list.title')}>
      {items.map(({ id, isDone, by }) => (
        <li key={id} className={styles['item']} data-done={isDone || undefined}>
          {isDone ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />}
          <span>
            {t(`identity.item.${id}`)}{' '}
            <span className={styles['state']}>
              {isDone ? t('identity.list.isDone', { n: by === null ? '' : number(by) }) : t('identity.list.isMissing')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function English({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} lang="en">
      {line}{' '}
    </span>
  ));
}

/** What the platform's own policy asks, and why this much of it. */
function Policy({ identity }: Pick<PartProps, 'identity'>) {
  const { t, word } = useText();
  const { accepted, why, level, policyNote, onBehalf, version } = identity.checklist;
  const documents = accepted.map(({ document, from, clause, note }) => (
    <li key={document}>
      {t(`identity.document.${document}`)}{' '}
      <span className={styles['state']}>
        {from === 'policy' ? t('identity.list.policy', { clause: clause ?? '' }) : t('identity.list.ofDesk')}
        {note ? <span lang="en"> · {note}</span> : null}
      </span>
    </li>
  ));
  return (
    <details className={styles['details']}>
      <summary>{t('identity.list.details')}</summary>
      <Facts
        rows={[
          { name: t('identity.list.level'), value: t(`identity.level.${level}`) },
          { name: t('identity.list.why'), value: why.length > 0 ? <English lines={why} /> : null },
          { name: t('identity.list.accepted'), value: <ul>{documents}</ul> },
          {
            name: `${t('identity.list.note')} (${word('platform', identity.platform)})`,
            value: policyNote ? <English lines={[policyNote]} /> : null,
          },
          {
            name: t('identity.list.onBehalf'),
            value: onBehalf.length > 0 ? <English lines={onBehalf.map(({ text, clause }) => `${text} (${clause})`)} /> : null,
          },
        ]}
      />
      <p className={styles['state']}>{t('identity.list.version', { version })}</p>
    </details>
  );
}

/** What has to be known about who asks: done, missing, and the one next step. */
export function ChecklistPart({ view, identity }: PartProps) {
  const { t } = useText();
  const state = useIdentityWords(view);
  const { checklist, barred } = identity;
  return (
    <>
      <div className={styles['head']}>
        <b>{state}</b>
        <span className={styles['state']}>
          {t(`identity.level.${checklist.level}`)} · {t(`identity.risk.${checklist.risk}`)}
        </span>
      </div>
      {barred ? (
        <Notice tone="bad" title={t('identity.barred')}>
          <p>{t(`identity.barredWhy.${['mismatch', 'suspected-fraud'].includes(identity.state) ? 'doubt' : 'uncovered'}`)}</p>
        </Notice>
      ) : null}
      <Items identity={identity} />
      <Next view={view} identity={identity} />
      {checklist.warnings.map(({ code }) => (
        <Notice key={code} tone="warn">
          <p>{t(`identity.warning.${code}`)}</p>
        </Notice>
      ))}
      <Policy identity={identity} />
    </>
  );
}
