import { blocksOf, type Block } from './blocks.ts';
import { spansOf, type Span } from './spans.ts';

/** An article as plain text: for a reply, which has no formatting. Pictures are left out. */
export const plainOf = (text: string): string => blocksOf(text).map(blockText).filter((part) => part !== '').join('\n\n'); // prettier-ignore

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return line(block.text);
    case 'code':
      return block.text;
    case 'rule':
      return '';
    case 'quote':
      return block.blocks.map(blockText).join('\n');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(line).join(' | ')).join('\n');
    case 'list':
      return block.items
        .map((item, i) => `${block.ordered ? `${block.start + i}.` : '-'} ${item.map(blockText).join('\n').replaceAll('\n', '\n  ')}`)
        .join('\n'); // prettier-ignore
  }
}

const line = (text: string): string => spansOf(text).map(spanText).join('');

function spanText(span: Span): string {
  switch (span.kind) {
    case 'text':
    case 'code':
      return span.text;
    case 'break':
      return '\n';
    case 'image':
      return '';
    case 'link': {
      const label = span.spans.map(spanText).join('');
      return label === span.href ? label : `${label} (${span.href})`;
    }
    default:
      return span.spans.map(spanText).join('');
  }
}
