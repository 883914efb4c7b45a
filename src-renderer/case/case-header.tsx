import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import type { CaseView } from '../../src-main/cases/contract.ts';
import type { PartyRole } from '../../src-main/people/contract.ts';
import { useWorkspace } from '../app/desk.tsx';
import { useOverlays } from '../app/overlays.tsx';
import { useText } from '../app/text.ts';
import { PersonSheet } from '../people/person-sheet.tsx';
import { usePartyOfCase } from '../people/queries.ts';
import { RestrictSheet } from '../restricted/restrict-sheet.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Keycap } from '../ui/keycap.tsx';
import styles from './case-header.module.css';
import { doingsOf } from './doings.ts';
import { isUnsettled } from './identity/attempt.ts';
import { useIdentityWords } from './identity/badge.tsx';
import { RepeatPill } from './repeat-box.tsx';
import { useDo } from './use-do.ts';

function ActsMenu({ view }: { view: CaseView }) {
  const { t } = useText();
  const begin = useDo(view.ref);
  const overlays = useOverlays();
  const [isRestricting, setIsRestricting] = useState(false);
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={270}>
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
            {t('case.acts')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles['menu'] ?? ''}>
          {doingsOf(view).map(({ doing, key }) => (
            <Menu.Item
              key={doing}
              {...(doing === 'void' ? { color: 'late' } : {})}
              rightSection={key ? <Keycap keys={key} /> : null}
              onClick={() => begin(doing)}
            >
              {t(`act.${doing}.name`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => overlays.show('report')}>{t('report.open')}</Menu.Item>
          {view.isRestricted ? null : <Menu.Item onClick={() => setIsRestricting(true)}>{t('restricted.raise.open')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <RestrictSheet ticket={view.ref} isOpen={isRestricting} onClose={() => setIsRestricting(false)} />
    </>
  );
}

function Stand({ view, onIdentity }: { view: CaseView; onIdentity(): void }) {
  const { t, word } = useText();
  const { people } = useWorkspace();
  const identity = useIdentityWords(view);
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name;
  const assignee = nameOf(view.assignee);
  const backup = nameOf(view.backup);
  return (
    <ul className={styles['stand']}>
      <li className={styles['state']}>{word('state', view.state)}</li>
      {view.isRestricted ? <li className={styles['minor']}>{t('restricted.title')}</li> : null}
      {view.outcome ? <li>{word('outcome', view.outcome)}</li> : null}
      <li className={styles['identity']} data-state={isUnsettled(view) ? view.identity : undefined}>
        <button type="button" className={styles['plain']} title={t('identity.open')} onClick={onIdentity}>
          {identity}
        </button>
      </li>
      {assignee ? <li>{t('case.assignedTo', { name: assignee })}</li> : null}
      {backup ? <li>{t('case.backup', { name: backup })}</li> : null}
      {!assignee && people.length > 1 && view.state !== 'closed' ? (
        <li className={styles['identity']} data-state="pending">
          {t('case.unassigned')}
        </li>
      ) : null}
      {view.facts.minor ? <li className={styles['minor']}>{t('case.minor')}</li> : null}
      <RepeatPill view={view} className={styles['plain']} />
      {view.historical ? <li>{t('case.historical')}</li> : null}
    </ul>
  );
}

/** Somebody of the case; her record is one click away where the desk has one. */
function Person({ ticket, part, name }: { ticket: string; part: PartyRole; name: string }) {
  const { t } = useText();
  const party = usePartyOfCase(ticket, part);
  const [isOpen, setIsOpen] = useState(false);
  if (!party) return <bdi>{name}</bdi>;
  return (
    <>
      <button type="button" className={styles['person']} title={t('people.open', { name })} onClick={() => setIsOpen(true)}>
        <bdi>{name}</bdi>
      </button>
      <PersonSheet party={party} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}

interface HeaderProps {
  view: CaseView;
  headingRef: RefObject<HTMLHeadingElement | null>;
  onIdentity(): void;
  onClose(): void;
}

/** Which case this is, where it stands, and everything that can be done to it. */
export function CaseHeader({ view, headingRef, onIdentity, onClose }: HeaderProps) {
  const { t, word } = useText();
  const from = view.complainant.name ?? view.complainant.email ?? view.order?.order.agency ?? t('queue.noName');
  return (
    <header className={styles['header']}>
      <div className={styles['top']}>
        <span className={styles['ref']}>
          {view.ref}
          <CopyButton text={view.ref} what={t('case.ticket')} />
        </span>
        <span className={styles['kind']}>
          {word('kind', view.kind)} · {word('platform', view.platform)}
        </span>
        <span className={styles['tools']}>
          <ActsMenu view={view} />
          <Tooltip label={t('case.close')}>
            <ActionIcon aria-label={t('case.close')} onClick={onClose}>
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </span>
      </div>
      <h2 ref={headingRef} tabIndex={-1} className={styles['subject']} dir="auto">
        {view.subject}
      </h2>
      <p className={styles['from']}>
        {t('case.from')} <Person ticket={view.ref} part="complainant" name={from} />
        {view.onBehalfOf ? (
          <>
            {' '}
            {t('case.onBehalfOf')} <Person ticket={view.ref} part="principal" name={view.onBehalfOf} />
          </>
        ) : null}{' '}
        · {t('case.receivedBy', { at: formatInstant(view.receivedAt), channel: word('channel', view.channel) })}
      </p>
      <Stand view={view} onIdentity={onIdentity} />
    </header>
  );
}
