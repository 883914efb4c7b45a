import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { AuthorityView, IdentityView } from '../../../src-main/identity/contract.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/today.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { formatDate } from '../../ui/ist.ts';
import { useDo } from '../use-do.ts';
import { type Standing, standingOf } from './authority.ts';
import styles from './identity.module.css';

const tones: Record<Standing, Tone> = { 'in-force': 'ok', ended: 'calm', 'not-yet': 'soon', expired: 'overdue', 'out-of-scope': 'soon' };

function Limits({ one }: { one: AuthorityView }) {
  const { t, word } = useText();
  const kinds = one.scope === null ? t('identity.authority.coversAll') : one.scope.map((kind) => word('kind', kind)).join(', ');
  return (
    <>
      <p>{t('identity.authority.covers', { kinds })}</p>
      <p className={styles['state']}>
        {t('identity.authority.dated', { day: formatDate(one.datedOn) })} ·{' '}
        {one.expiresOn ? t('identity.authority.until', { day: formatDate(one.expiresOn) }) : t('identity.authority.noEnd')}
        {one.isNotarised ? ` · ${t('identity.authority.notarised')}` : null}
      </p>
    </>
  );
}

function Authority({ one, kind, children }: { one: AuthorityView; kind: string; children: ReactNode }) {
  const { t } = useText();
  const standing = standingOf(one, kind, useToday());
  const nobody = t('queue.noName');
  return (
    <li className={styles['row']}>
      <div className={styles['rowHead']}>
        <span className={styles['grow']}>
          {t(`identity.authorityType.${one.type}`)}:{' '}
          {t('identity.authority.actsFor', { representative: one.representativeName ?? nobody, principal: one.principalName ?? nobody })}
        </span>
        <Chip tone={tones[standing]}>{t(`identity.standing.${standing}`)}</Chip>
        {children}
      </div>
      <p className={styles['reason']}>
        {one.instrument}
        {one.registeredNumber ? `, ${t('identity.authority.registered', { number: one.registeredNumber })}` : null}
      </p>
      <Limits one={one} />
      {one.endedOn ? (
        <p className={styles['state']}>{t('identity.authority.ended', { day: formatDate(one.endedOn), reason: one.endedReason ?? '' })}</p>
      ) : null}
    </li>
  );
}

/** Who acts for whom in this case, what it covers and until when. */
export function AuthoritiesPart({ view, identity }: { view: CaseView; identity: IdentityView }) {
  const { t } = useText();
  const begin = useDo(view.ref);
  return (
    <>
      {identity.authorities.length === 0 ? <p className={styles['state']}>{t('identity.authority.none')}</p> : null}
      {identity.authorities.length > 0 ? (
        <ul className={styles['items']}>
          {identity.authorities.map((one) => (
            <Authority key={one.id} one={one} kind={view.kind}>
              {one.endedOn === null && view.allowed.includes('end-authority') ? (
                <Button size="compact-sm" variant="default" onClick={() => begin('end-authority')}>
                  {t('act.end-authority.name')}
                </Button>
              ) : null}
            </Authority>
          ))}
        </ul>
      ) : null}
      {view.allowed.includes('record-authority') ? (
        <div>
          <Button size="xs" variant="default" onClick={() => begin('record-authority')}>
            {t('act.record-authority.name')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
