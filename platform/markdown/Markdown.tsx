/* oxlint-disable react/no-array-index-key -- the parts of a text have no other keys than their places */
import { Fragment, useMemo, type ReactNode } from 'react';
import { blocksOf, type Block } from './blocks.ts';
import { spansOf, type Span } from './spans.ts';
import styles from './markdown.module.css';

/**
 * A text as React elements: what is written can be shown, and nothing of it can run. With `anchors` its headings have ids,
 * `<anchors>-0` and on, for an outline beside it.
 */
export function Markdown({
  text,
  imageUrl,
  anchors,
}: {
  text: string;
  imageUrl: (id: string) => string;
  anchors?: string;
}) {
  const blocks = useMemo(() => blocksOf(text), [text]);
  const numbers = useMemo(() => headingNumbers(blocks), [blocks]);
  return (
    <div className={styles['text']}>
      {blocks.map((block, i) =>
        draw(block, i, imageUrl, anchors === undefined ? undefined : `${anchors}-${numbers[i]}`),
      )}
    </div>
  );
}

/** The how-manieth heading each block is; what is none is never asked. */
function headingNumbers(blocks: readonly Block[]): readonly number[] {
  let heading = -1;
  return blocks.map(({ kind }) => (kind === 'heading' ? (heading += 1) : heading));
}

type ImageUrl = (id: string) => string;
const line = (text: string, imageUrl: ImageUrl) =>
  spansOf(text).map((span, i) => drawSpan(span, i, imageUrl));

function draw(block: Block, key: number, imageUrl: ImageUrl, id?: string): ReactNode {
  switch (block.kind) {
    case 'heading': {
      // The page's own heading is the first one.
      const Tag = (['h2', 'h3', 'h4', 'h5', 'h6', 'h6'] as const)[block.level - 1] ?? 'h6';
      return (
        <Tag key={key} id={id}>
          {line(block.text, imageUrl)}
        </Tag>
      );
    }
    case 'paragraph':
      return <p key={key}>{line(block.text, imageUrl)}</p>;
    case 'list': {
      const items = block.items.map((item, i) => <li key={i}>{drawItem(item, imageUrl)}</li>);
      return block.ordered ? (
        <ol key={key} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul key={key}>{items}</ul>
      );
    }
    case 'quote':
      return <blockquote key={key}>{block.blocks.map((inner, i) => draw(inner, i, imageUrl))}</blockquote>;
    case 'code':
      return (
        <pre key={key}>
          <code>{block.text}</code>
        </pre>
      );
    case 'table':
      return (
        <div key={key} className={styles['wide']}>
          <table>
            <thead>
              <tr>{block.head.map((cell, i) => <th key={i}>{line(cell, imageUrl)}</th>)}</tr>
            </thead>
            <tbody>
              {block.rows.map((row, r) => (
                <tr key={r}>{row.map((cell, i) => <td key={i}>{line(cell, imageUrl)}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      ); // prettier-ignore
    case 'rule':
      return <hr key={key} />;
  }
}

/** A short item is a line, not a paragraph with its spaces. */
function drawItem(blocks: readonly Block[], imageUrl: ImageUrl): ReactNode {
  return blocks.map((block, i) =>
    i === 0 && block.kind === 'paragraph' ? (
      <Fragment key={i}>{line(block.text, imageUrl)}</Fragment>
    ) : (
      draw(block, i, imageUrl)
    ),
  );
}

function drawSpan(span: Span, key: number, imageUrl: ImageUrl): ReactNode {
  switch (span.kind) {
    case 'text':
      return <Fragment key={key}>{span.text}</Fragment>;
    case 'code':
      return <code key={key}>{span.text}</code>;
    case 'break':
      return <br key={key} />;
    case 'image':
      return <img key={key} src={imageUrl(span.id)} alt={span.alt} loading="lazy" />;
    case 'link':
      return (
        <a key={key} href={span.href} {...(span.href.startsWith('/') ? {} : { target: '_blank', rel: 'noopener noreferrer' })}>
          {inner(span.spans, imageUrl)}
        </a>
      ); // prettier-ignore
    case 'strong':
    case 'em':
    case 'del': {
      const Tag = span.kind;
      return <Tag key={key}>{inner(span.spans, imageUrl)}</Tag>;
    }
  }
}
const inner = (spans: readonly Span[], imageUrl: ImageUrl) =>
  spans.map((span, i) => drawSpan(span, i, imageUrl));
