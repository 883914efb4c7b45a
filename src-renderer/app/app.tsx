import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { notifyManager, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Client } from '../client/index.ts';
import { Announcer } from '../ui/announcer.tsx';
import { FailureWords } from '../ui/states.tsx';
import { DeskProvider } from './desk.tsx';
import { Gate } from './gate.tsx';
import { readNonce } from './nonce.ts';
import { PreferencesProvider, usePreferences } from './preferences.tsx';
import { createQueries } from './queries.ts';
import { explainFailure } from './second-person.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

// A key pressed is a row painted in the same frame: results are told at once, not a turn later.
notifyManager.setScheduler(queueMicrotask);

const nonce = readNonce();
/** The theme is a preference of the workspace; nothing is written beside it. */
const colorSchemeManager = { get: (value: 'light' | 'dark' | 'auto') => value, set() {}, subscribe() {}, unsubscribe() {}, clear() {} };

function Themed({ children }: { children: ReactNode }) {
  const preferences = usePreferences();
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', window.matchMedia('(prefers-color-scheme: dark)').matches);
  const scheme = preferences.theme === 'auto' ? (prefersDark ? 'dark' : 'light') : preferences.theme;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}

/** The whole window over one client of the desk. */
export function App({ client }: { client: Client }) {
  const [queries] = useState(createQueries);
  return (
    <QueryClientProvider client={queries}>
      <DeskProvider client={client}>
        <PreferencesProvider>
          <Themed>
            {/* Below menus and lists of choices: what somebody has just opened is not covered by what the desk says meanwhile. */}
            <Notifications position="bottom-right" limit={4} zIndex={250} />
            <Announcer />
            <FailureWords value={explainFailure}>
              <Gate />
            </FailureWords>
          </Themed>
        </PreferencesProvider>
      </DeskProvider>
    </QueryClientProvider>
  );
}
