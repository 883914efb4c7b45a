import { useText } from '../app/text.ts';
import { failureOf } from '../ui/faults.ts';
import { Failed } from '../ui/states.tsx';

interface ProblemProps {
  error: unknown;
  /** What is said of a passphrase that does not fit; that it is not this person's, when left out. */
  wrong?: string;
}

/** Why a passphrase was not taken: a mistyped one is told as that, never as damage; whatever else failed in its own words. */
export function PassphraseProblem({ error, wrong }: ProblemProps) {
  const { t } = useText();
  if (!error) return null;
  return failureOf(error).code === 'wrong-key' ? (
    <p role="alert">{wrong ?? t('unlock.wrongPassphrase')}</p>
  ) : (
    <Failed error={error} compact />
  );
}
