import type { Disclosure } from '../../../src-main/government/contract.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../ui/desk-clock.ts';
import { formatDate, formatInstant } from '../../ui/ist.ts';

/** What a line of the register says in words, for the list of a case and for the register. */
export function useDisclosureWords() {
  const { t, look } = useText();
  const minute = useNow((now) => Math.floor(now / 60_000));
  return {
    approval({ approveBy, approverName, isSole }: Disclosure): string {
      if (approverName !== null) return approverName;
      if (approveBy === null) return isSole ? t('disclosures.sole') : '';
      return t(Date.parse(approveBy) < minute * 60_000 ? 'disclosures.late' : 'disclosures.waiting', { at: formatInstant(approveBy) });
    },
    told({ toldAt, toldHow, isSecret, secretUntil }: Disclosure): string {
      if (toldAt !== null) return t('disclosures.toldOn', { at: formatInstant(toldAt), how: toldHow ?? '' });
      if (!isSecret) return t('disclosures.due');
      return secretUntil === null ? t('disclosures.secretOpen') : t('disclosures.secret', { day: formatDate(secretUntil) });
    },
    what({ category, volume, periodFrom, periodTo, accounts }: Disclosure): string {
      const period =
        periodFrom || periodTo
          ? t('disclosures.period', { from: periodFrom ? formatDate(periodFrom) : '…', to: periodTo ? formatDate(periodTo) : '…' })
          : '';
      return [category, volume, period, t('disclosures.about', { accounts: accounts.join(', ') })]
        .filter((part) => part !== '')
        .join(' · ');
    },
    whom: ({ recipient, legalBasis, mode }: Disclosure): string =>
      `${recipient} · ${legalBasis} · ${look(`disclosures.mode.${mode}`, mode)}`,
  };
}
