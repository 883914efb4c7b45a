import { useText } from '../app/text.ts';
import { formatInstant } from '../ui/ist.ts';

const instantFacts = new Set(['noticedAt', 'discontinuedAt', 'respondBy']);

/** Puts facts into names and values for reading; a fact that is not known is left out. */
export function useFactLines(): (facts: Record<string, unknown>) => { name: string; value: string }[] {
  const { t, word, look } = useText();
  const factText = (name: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (name === 'category') return word('category', String(value));
    if (name === 'source') return word('source', String(value));
    return instantFacts.has(name) ? formatInstant(String(value)) : String(value);
  };
  return (facts) =>
    Object.entries(facts)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => ({ name: look(`facts.${name}.label`, name), value: factText(name, value) }));
}
