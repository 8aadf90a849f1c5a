import type { ReactNode } from 'react';

const address = /(https?:\/\/[^\s<>()[\]{}"'，。；：！？、）】》]+)/i;

/** What somebody wrote, with its web addresses as links; everything else stays text. */
export function Linked({ text }: { text: string }): ReactNode {
  return text.split(address).map((part, i) => {
    if (i % 2 === 0) return part;
    const href = part.replace(/[.,;:!?]+$/, '');
    return (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of a text have no other keys than their places
      <span key={i}>
        <a
          href={href}
          rel="noopener noreferrer"
          target="_blank"
          style={{ color: 'var(--mantine-color-anchor)' }}
        >
          {href}
        </a>
        {part.slice(href.length)}
      </span>
    );
  });
}
