import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './api.ts';

/** Refusals are answers, not accidents: only a silent server is asked again. `signedOut`: a session has ended. */
export const makeQueryClient = (signedOut: () => void) =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isProblem(error, 401)) signedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => isProblem(error, 0, 502, 503, 504) && count < 2,
        refetchOnWindowFocus: false,
      },
    },
  });
