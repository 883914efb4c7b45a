import type { useText } from '../../app/text.ts';
import { formatDate } from '../../ui/ist.ts';

type Say = ReturnType<typeof useText>;
type Body = Record<string, unknown>;
type Lines = (string | null)[];

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
const day = (value: unknown) => (text(value) === null ? null : formatDate(String(value)));

function attempted({ t, look }: Say, body: Body): Lines {
  const document = String(body['document']);
  const what = text(body['documentNamed']) ?? look(`identity.document.${document}`, document);
  return [
    [what, text(body['masked']), look(`identity.result.${String(body['result'])}`, String(body['result']))].filter(Boolean).join(' · '),
    text(body['reason']) ? t('entry.lines.reason', { reason: String(body['reason']) }) : null,
  ];
}

function authorityRecorded({ t, look }: Say, body: Body): Lines {
  const type = String(body['type']);
  const ends = day(body['expiresOn']);
  return [
    `${look(`identity.authorityType.${type}`, type)}: ${String(body['instrument'] ?? '')}`,
    [
      t('identity.authority.dated', { day: day(body['datedOn']) ?? '' }),
      ends === null ? t('identity.authority.noEnd') : t('identity.authority.until', { day: ends }),
    ].join(' · '),
  ];
}

/** What entries on who asks tell in the timeline. */
export const identityTellers: Record<string, (say: Say, body: Body) => Lines> = {
  'identity.attempted': attempted,
  'authority.recorded': authorityRecorded,
  'attachment.judged': ({ t }, body) => [t(body['showsAadhaar'] === true ? 'identity.file.yes' : 'identity.file.state.clear')],
};
