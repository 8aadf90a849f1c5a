import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  createTheme,
  Menu,
  Paper,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { dark, ink, sans } from './colors.ts';

const input = { defaultProps: { size: 'sm' } };

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 5 },
  colors: { ink, dark },
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  respectReducedMotion: true,
  components: {
    // By name alone: naming the component itself would load it with every page.
    TextInput: TextInput.extend(input),
    PasswordInput: input,
    NumberInput: input,
    Select: input,
    MultiSelect: input,
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 3, maxRows: 16 } },
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    Switch: { defaultProps: { size: 'sm' } },
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    Badge: Badge.extend({
      defaultProps: { radius: 'sm', variant: 'light' },
      styles: { label: { textTransform: 'none' } },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md' } }),
    Modal: { defaultProps: { centered: true } },
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md' } }),
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 10 } },
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 250, multiline: true, maw: 340 } }),
  },
});
