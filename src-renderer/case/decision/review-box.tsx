import { IconScale } from '@tabler/icons-react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useWorkspace } from '../../app/desk.tsx';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import box from '../repeat-box.module.css';
import styles from '../tabs/tabs.module.css';

/** Says that a case reviews a decision, whose, and that somebody else decides it. */
export function ReviewBox({ view }: { view: CaseView }) {
  const { t, word } = useText();
  const go = useGo();
  const { person } = useWorkspace();
  const { review } = view;
  if (!review || view.decision !== null) return null;
  const { of, as, outcome, decidedAt, deciders } = review;
  const names = deciders.map(({ name }) => name).join(', ');
  const isMine = deciders.some(({ id }) => id === person.id);
  return (
    <div className={box['box']}>
      <Notice
        tone={isMine ? 'warn' : 'note'}
        icon={<IconScale size={18} aria-hidden />}
        title={t('decisions.review.title', {
          outcome: outcome ? word('outcome', outcome) : '',
          at: decidedAt ? formatInstant(decidedAt) : '',
        })}
      >
        <p>
          {word('link', as)}{' '}
          <button type="button" className={styles['link']} onClick={() => go.openCase(of)}>
            {of}
          </button>
          {'. '}
          {names === '' ? null : t(isMine ? 'decisions.review.mine' : 'decisions.review.other', { name: names })}
        </p>
        {as === 'own-review-of' ? <p>{t('decisions.review.own')}</p> : null}
      </Notice>
    </div>
  );
}
