import './styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../client/index.ts';
import { App } from './app.tsx';
import { startLanguage } from './i18n/index.ts';
import { installNonce } from './nonce.ts';
import { firstLanguage } from './preferences.tsx';
import { installTrustedTypes } from './trusted-types.ts';

installTrustedTypes();
installNonce();

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root element');
  const client = createClient();
  await startLanguage(firstLanguage());
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  );
}

void start();
