import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import { Explained } from './explained.tsx';
import { isRule } from './in-words.ts';
import { WhatIfSheet } from './what-if-sheet.tsx';

/** "Why this date?" of one clock of a case, and from there "What if…". */
export function CaseExplanation({ view, rule }: { view: CaseView; rule: string }) {
  const { t } = useText();
  const client = useDesk();
  const go = useGo();
  const [isSupposing, setIsSupposing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.explain(view.ref, rule),
    queryFn: () => client.law.explain({ ref: view.ref, rule }),
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <Waiting lines={4} />;
  return (
    <>
      <Explained told={data} rulebook={data.rulebook} ticket={view.ref}>
        <Button size="xs" variant="default" leftSection={<IconArrowsSplit2 size={16} aria-hidden />} onClick={() => setIsSupposing(true)}>
          {t('law.explain.whatIf')}
        </Button>
        {data.source && isRule(data.source) ? (
          <Button size="xs" variant="subtle" leftSection={<IconBook2 size={16} aria-hidden />} onClick={() => go.law(rule)}>
            {t('law.explain.openRule')}
          </Button>
        ) : null}
      </Explained>
      <WhatIfSheet view={view} isOpen={isSupposing} onClose={() => setIsSupposing(false)} />
    </>
  );
}
