import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../client/index.ts';
import { announce } from './announcer.tsx';
import styles from './copy-button.module.css';

interface CopyProps {
  text: string;
  /** What is copied, for the name of the button. */
  what: string;
  labelled?: boolean;
}

/** Copies a text; says so for a moment. */
export function CopyButton({ text, what, labelled = false }: CopyProps) {
  const { t } = useTranslation();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), 1_600);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const name = `${t('common.copy')}: ${what}`;
  const act = () => {
    if (!copyText(text)) return;
    setIsCopied(true);
    announce(t('common.copied'));
  };
  const sign = isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />;
  if (labelled) {
    return (
      <Button size="xs" variant="default" leftSection={sign} onClick={act} aria-label={name}>
        {isCopied ? t('common.copied') : what}
      </Button>
    );
  }
  return (
    <Tooltip label={isCopied ? t('common.copied') : name}>
      <ActionIcon aria-label={name} onClick={act} size={26} className={styles['inline'] ?? ''}>
        {sign}
      </ActionIcon>
    </Tooltip>
  );
}
