import {
  Button,
  createTheme,
  MantineProvider,
  NativeSelect,
  Paper,
  PasswordInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dark, ink, sans } from '../../platform/ui/colors.ts';
import { readable } from '../../platform/ui/readable.ts';
import '@mantine/core/styles.layer.css';
import '../../platform/ui/base.css';

const input = { defaultProps: { size: 'md' } };

/** Larger than the workspace, and in rem throughout, so that the large type of one switch reaches everything. */
const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: 7,
  colors: { ink, dark },
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  respectReducedMotion: true,
  components: {
    TextInput: TextInput.extend(input),
    PasswordInput: PasswordInput.extend(input),
    NativeSelect: NativeSelect.extend(input),
    Textarea: Textarea.extend({ defaultProps: { size: 'md', autosize: true, minRows: 2, maxRows: 12 } }),
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'lg' } }),
  },
});

export function PortalProviders({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={readable}>
        {children}
      </MantineProvider>
    </QueryClientProvider>
  );
}
