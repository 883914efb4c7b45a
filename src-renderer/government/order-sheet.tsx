import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../app/desk.tsx';
import { useOverlays } from '../app/overlays.tsx';
import { useText } from '../app/text.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import { OrderForm } from './order-form.tsx';
import { instrumentsQuery } from './queries.ts';

function Body() {
  const { show } = useOverlays();
  const { data: book, error, refetch } = useQuery(instrumentsQuery(useDesk()));
  if (book) return <OrderForm book={book} onDone={() => show(null)} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting lines={8} />;
}

/** Ctrl+Shift+N: an order in under a minute, by keyboard alone; its instrument first. */
export function OrderSheet() {
  const { t } = useText();
  const { shown, show } = useOverlays();
  return (
    <Drawer.Root opened={shown === 'order'} onClose={() => show(null)} position="right" size={1080}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('government.sheet')}>
        <Drawer.Header role="none">
          <Drawer.Title>{t('government.sheet')}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('common.close')} tabIndex={-1} />
        </Drawer.Header>
        <Drawer.Body>
          <Body />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
