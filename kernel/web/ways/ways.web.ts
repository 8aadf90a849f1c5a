import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Ways } from '../../ways/ways.ts';
import type { Refs } from '../contract.ts';
import type words from './words.en.ts';

export const useWaysT = useWords<typeof words>;

export type Answer = Ways & {
  readonly type: string;
  readonly by: string;
  readonly choices: readonly string[];
  readonly refs: Refs;
};
type Asked = {
  readonly type: string;
  readonly by: string;
  readonly from: string;
  readonly to: string;
};

export const useWays = (asked: Asked) =>
  useQuery({
    queryKey: ['ways', asked],
    queryFn: ({ signal }) => api.get<Answer>(`/ways${writeQuery(asked)}`, signal),
    placeholderData: keepPreviousData,
  });
