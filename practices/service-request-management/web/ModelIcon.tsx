import { createElement } from 'react';
import { iconNamed } from './icons.ts';

export const ModelIcon = ({ name, size = 16 }: { name: string | null; size?: number }) =>
  createElement(iconNamed(name), { size, stroke: 1.5, 'aria-hidden': true, style: { flexShrink: 0 } });
