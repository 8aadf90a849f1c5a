import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  createTheme,
  Menu,
  Modal,
  MultiSelect,
  NumberInput,
  Paper,
  PasswordInput,
  Select,
  Switch,
  Table,
  Textarea,
  TextInput,
  Tooltip,
  type MantineColorsTuple,
} from '@mantine/core';

/** Ink blue: calm on both backgrounds, and AA with white text from shade 6 on. */
const ink: MantineColorsTuple = [
  '#eef4fb',
  '#dbe6f3',
  '#b4cbe6',
  '#8aaed9',
  '#6795cd',
  '#5185c6',
  '#3f74b6',
  '#33629f',
  '#2b5389',
  '#1f426f',
];

/** Cool greys: Mantine's own are warm, which looks muddy beside ink. */
const dark: MantineColorsTuple = [
  '#c9d1d9',
  '#b6bec7',
  '#8f98a2',
  '#6b747d',
  '#3f464e',
  '#30363d',
  '#22272d',
  '#1d2126',
  '#16191d',
  '#101214',
];

const sans =
  "Inter, system-ui, -apple-system, 'Segoe UI', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
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
    TextInput: TextInput.extend(input),
    PasswordInput: PasswordInput.extend(input),
    NumberInput: NumberInput.extend(input),
    Select: Select.extend(input),
    MultiSelect: MultiSelect.extend(input),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm', autosize: true, minRows: 3, maxRows: 16 } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    Badge: Badge.extend({
      defaultProps: { radius: 'sm', variant: 'light' },
      styles: { label: { textTransform: 'none' } },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md' } }),
    Modal: Modal.extend({ defaultProps: { centered: true } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 10 } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 250, multiline: true, maw: 340 } }),
  },
});
