import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';

/** The legal holds that reach a case, in sight on every part of it. */
export function HoldBanner({ view }: { view: CaseView }) {
  const { t, look } = useText();
  const go = useGo();
  const { holds } = view.work;
  if (holds.length === 0) return null;
  return (
    <Notice tone="warn" role="status" icon={<IconLock size={18} aria-hidden />} title={t('work.hold.title')}>
      {holds.map((hold) => (
        <p key={hold.id}>
          {t('work.hold.line', {
            instrument: hold.instrument,
            at: formatInstant(hold.placedAt),
            name: hold.placedByName,
            reason: hold.reason,
          })}{' '}
          ({hold.until ? t('work.hold.until', { at: formatInstant(hold.until) }) : t('work.hold.open')}){' '}
          {t('work.hold.reach', { scope: look(`work.hold.scope.${hold.scope}`, hold.scope), ref: hold.ref })}{' '}
          {hold.ref === view.ref ? null : (
            <Button size="compact-xs" variant="subtle" onClick={() => go.openCase(hold.ref)}>
              {hold.ref}
            </Button>
          )}
        </p>
      ))}
      <p>{t('work.hold.effect')}</p>
      {view.allowed.includes('release-hold') ? (
        <Button mt={6} size="xs" variant="default" onClick={() => go.act(view.ref, 'release-hold')}>
          {t('act.release-hold.name')}
        </Button>
      ) : null}
    </Notice>
  );
}
