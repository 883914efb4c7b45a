import type { ReactNode } from 'react';
import type { CallFault } from '../client/index.ts';
import { useGo } from './navigation.ts';
import styles from './second-person.module.css';
import { useText } from './text.ts';

/** The request for a second person that a refused act has made or found waiting; null where something else failed. */
export function requestOf({ code, detail }: Pick<CallFault, 'code' | 'detail'>): number | null {
  const { approval } = detail;
  return code === 'refused' && typeof approval === 'number' ? approval : null;
}

/** How many requests wait for an answer of the person at the desk: her own another one answers. */
export function countToAnswer(approvals: readonly { state: string; isMine: boolean }[]): number {
  return approvals.filter(({ state, isMine }) => state === 'waits' && !isMine).length;
}

/** That the act waits for a second person, and the way to where she agrees. */
function SecondPersonNeeded() {
  const { t } = useText();
  const go = useGo();
  return (
    <p className={styles['needed']}>
      {t('approvals.needed')}{' '}
      <button type="button" className={styles['link']} onClick={go.approvals}>
        {t('approvals.goThere')}
      </button>
    </p>
  );
}

/** The window's own words for a failure in place of the desk's sentence, or null where that says it best. */
export function explainFailure(failure: CallFault): ReactNode {
  return requestOf(failure) === null ? null : <SecondPersonNeeded />;
}
