import type { PartyView } from '../../src-main/people/contract.ts';

/** What is typed again to merge a record: the ticket of its newest case, which nobody types by chance; else its own id. */
export function confirmText({
  cases,
  id,
}: Pick<PartyView, 'id'> & { cases: readonly Pick<PartyView['cases'][number], 'ref' | 'receivedAt'>[] }): string {
  const [newest] = [...cases].sort((a, b) => b.receivedAt.localeCompare(a.receivedAt));
  return newest?.ref ?? id;
}
