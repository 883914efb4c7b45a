import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDesk } from '../app/desk.tsx';
import { wordsOf } from '../app/i18n/index.ts';
import { learnRuleNames, namesFrom } from '../app/rule-names.ts';
import { rulebookQuery } from './queries.ts';

/** A rule that a later rulebook brought is called by its name everywhere, from the moment it is in force. */
export function useLearntRules(): void {
  const { data } = useQuery(rulebookQuery(useDesk()));
  useEffect(() => {
    const known: Record<string, unknown> = wordsOf('en').rules;
    if (data) learnRuleNames(namesFrom(data.rulebook, (rule) => rule in known));
  }, [data]);
}
