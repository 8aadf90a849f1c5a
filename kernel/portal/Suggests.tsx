import { createContext, lazy, Suspense, useContext, type ComponentType } from 'react';
import type { PortalPart, SuggestProps } from './part.ts';

/** What may solve what somebody is writing, each loaded when there is something written. */
export const SuggestsContext = createContext<readonly ComponentType<SuggestProps>[]>([]);
export const suggestsOf = (parts: readonly PortalPart[]): readonly ComponentType<SuggestProps>[] =>
  parts.flatMap(({ suggests }) => (suggests ? [lazy(suggests)] : []));

export function Suggests(props: SuggestProps) {
  const suggests = useContext(SuggestsContext);
  if (props.typed.trim().length < 2) return null;
  return (
    <Suspense fallback={null}>
      {suggests.map((Suggest, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes
        <Suggest key={i} {...props} />
      ))}
    </Suspense>
  );
}
