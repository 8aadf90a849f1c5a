import { useNavigate } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

/** For lists of links that always stand there: one of the router's looks at every change of the address, this one never. */
export function PlainLink({
  to,
  onGo,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly to: string; readonly onGo?: () => void }) {
  const navigate = useNavigate();
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onGo?.();
    // Into another tab or window: the browser's own business.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ href: to });
  };
  return (
    <a {...rest} href={to} onClick={click}>
      {children}
    </a>
  );
}
