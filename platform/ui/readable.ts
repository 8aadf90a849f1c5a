import type { CSSVariablesResolver } from '@mantine/core';

/**
 * One shade of each colour that is read on white, on the canvas and on its own pale ground, and under white words
 * (WCAG 1.4.3, at least 4.6 : 1 each); the second one is for a button under the pointer.
 */
const strong = {
  gray: ['#495057', '#40464d'],
  red: ['#c52929', '#ad2424'],
  pink: ['#a61e4d', '#921a44'],
  grape: ['#862e9c', '#762889'],
  violet: ['#6741d9', '#5b39bf'],
  indigo: ['#364fc7', '#3046af'],
  blue: ['#1864ab', '#155896'],
  cyan: ['#0b7285', '#0a6475'],
  teal: ['#087a57', '#076b4d'],
  green: ['#267b37', '#216c30'],
  lime: ['#4b790b', '#426a0a'],
  yellow: ['#a85700', '#944d00'],
  orange: ['#bb3e0d', '#a5370b'],
} as const;

const each = (of: (name: string, shade: string, hover: string) => Record<string, string>) =>
  Object.assign({}, ...Object.entries(strong).map(([name, [shade, hover]]) => of(`--mantine-color-${name}`, shade, hover))) as Record<string, string>; // prettier-ignore
const filled = (name: string, shade: string, hover: string) => ({
  [`${name}-filled`]: shade,
  [`${name}-filled-hover`]: hover,
});

/** Mantine's own greys and colours are too pale to be read on the canvas, and its filled ones under white words. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#59626b',
    '--mantine-color-error': '#b42318',
    ...each((name, shade, hover) => ({
      ...filled(name, shade, hover),
      [`${name}-light-color`]: shade,
      [`${name}-outline`]: shade,
    })),
  },
  dark: {
    '--mantine-color-dimmed': '#a3adb7',
    '--mantine-color-error': '#ff9a8f',
    ...each(filled),
    '--mantine-color-ink-filled': 'var(--mantine-color-ink-6)',
    '--mantine-color-ink-filled-hover': 'var(--mantine-color-ink-7)',
    '--mantine-color-violet-text': 'var(--mantine-color-violet-3)',
  },
});
