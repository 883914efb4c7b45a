import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from './text.ts';

interface SheetProps {
  title: string;
  isOpen: boolean;
  size?: number;
  onClose(): void;
  children: ReactNode;
}

/** A broad sheet from the right, for what needs two columns beside the case it is about. */
export function Sheet({ title, isOpen, size = 1180, onClose, children }: SheetProps) {
  const { t } = useText();
  return (
    <Drawer.Root opened={isOpen} onClose={onClose} position="right" size={size}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={title}>
        <Drawer.Header role="none">
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('common.close')} />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
