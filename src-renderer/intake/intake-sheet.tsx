import { Drawer } from '@mantine/core';
import { useOverlays } from '../app/overlays.tsx';
import { useText } from '../app/text.ts';
import { NewCaseForm } from './new-case-form.tsx';

/** Ctrl+N: a case in under a minute, by keyboard alone. */
export function IntakeSheet() {
  const { t } = useText();
  const { shown, show } = useOverlays();
  return (
    <Drawer.Root opened={shown === 'intake'} onClose={() => show(null)} position="right" size={960}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('intake.title')}>
        <Drawer.Header role="none">
          <Drawer.Title>{t('intake.title')}</Drawer.Title>
          {/* Escape closes as well; the way to the last field is kept short. */}
          <Drawer.CloseButton aria-label={t('common.close')} tabIndex={-1} />
        </Drawer.Header>
        <Drawer.Body>
          <NewCaseForm onDone={() => show(null)} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
