import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './api.ts';

/** Refusals are answers, not accidents: only a silent server is asked again. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => isProblem(error, 0, 502, 503, 504) && count < 2,
        refetchOnWindowFocus: false,
      },
    },
  });
