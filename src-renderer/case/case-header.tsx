import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { useWorkspace } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Keycap } from '../ui/keycap.tsx';
import styles from './case-header.module.css';
import { doings } from './doings.ts';
import { useDo } from './use-do.ts';

function ActsMenu({ view }: { view: CaseView }) {
  const { t } = useText();
  const begin = useDo(view.ref);
  return (
    <Menu position="bottom-end" shadow="md" width={270}>
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
          {t('case.acts')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {doings(view.allowed).map(({ doing, key }) => (
          <Menu.Item
            key={doing}
            {...(doing === 'void' ? { color: 'late' } : {})}
            rightSection={key ? <Keycap keys={key} /> : null}
            onClick={() => begin(doing)}
          >
            {t(`act.${doing}.name`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Stand({ view }: { view: CaseView }) {
  const { t, word } = useText();
  const { people } = useWorkspace();
  const assignee = people.find(({ id }) => id === view.assignee)?.name;
  return (
    <ul className={styles['stand']}>
      <li className={styles['state']}>{word('state', view.state)}</li>
      {view.outcome ? <li>{word('outcome', view.outcome)}</li> : null}
      <li>{word('identity', view.identity)}</li>
      {assignee ? <li>{t('case.assignedTo', { name: assignee })}</li> : null}
      {view.historical ? <li>{t('case.historical')}</li> : null}
    </ul>
  );
}

interface HeaderProps {
  view: CaseView;
  headingRef: RefObject<HTMLHeadingElement | null>;
  onClose(): void;
}

/** Which case this is, where it stands, and everything that can be done to it. */
export function CaseHeader({ view, headingRef, onClose }: HeaderProps) {
  const { t, word } = useText();
  const from = view.complainant.name ?? view.complainant.email ?? t('queue.noName');
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
        {t('case.from')} <bdi>{from}</bdi>
        {view.onBehalfOf ? (
          <>
            {' '}
            {t('case.onBehalfOf')} <bdi>{view.onBehalfOf}</bdi>
          </>
        ) : null}{' '}
        · {t('case.receivedBy', { at: formatInstant(view.receivedAt), channel: word('channel', view.channel) })}
      </p>
      <Stand view={view} />
    </header>
  );
}
