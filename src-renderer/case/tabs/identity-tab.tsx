import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { Failed, Waiting } from '../../ui/states.tsx';
import { AttemptsPart } from '../identity/attempts-part.tsx';
import { AuthoritiesPart } from '../identity/authorities-part.tsx';
import { ChecklistPart } from '../identity/checklist-part.tsx';
import { FilesPart } from '../identity/files-part.tsx';
import own from '../identity/identity.module.css';
import { PurgePart } from '../identity/purge-part.tsx';
import { identityQuery } from '../identity/queries.ts';
import styles from './tabs.module.css';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={own['part']} aria-label={title}>
      <h4 className={styles['heading']}>{title}</h4>
      {children}
    </section>
  );
}

/** Who asks: what is known, what is missing, every check so far, who acts for whom, and the files that show it. */
export function IdentityTab({ view }: { view: CaseView }) {
  const { t } = useText();
  const { data: identity, error, refetch } = useQuery(identityQuery(useDesk(), view.ref));
  if (!identity) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting lines={6} />;
  const isKept = identity.purge.dueOn !== null || identity.purges.length > 0 || identity.attempts.length > 0;
  return (
    <div className={styles['stack']}>
      <Part title={t('identity.list.title')}>
        <ChecklistPart view={view} identity={identity} />
      </Part>
      <Part title={t('identity.attempts.title')}>
        <AttemptsPart identity={identity} />
      </Part>
      <Part title={t('identity.authority.title')}>
        <AuthoritiesPart view={view} identity={identity} />
      </Part>
      <Part title={t('identity.file.title')}>
        <FilesPart identity={identity} canAdd={view.allowed.includes('verify-identity')} />
      </Part>
      {isKept ? (
        <Part title={t('identity.purge.title')}>
          <PurgePart identity={identity} />
        </Part>
      ) : null}
    </div>
  );
}
