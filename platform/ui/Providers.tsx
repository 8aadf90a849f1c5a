import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readable } from './readable.ts';
import { theme } from './theme.ts';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './base.css';

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={readable}>
        {/* On the right they would lie on the buttons of a dialog. */}
        <Notifications position="bottom-left" limit={4} />
        {children}
      </MantineProvider>
    </QueryClientProvider>
  );
}
