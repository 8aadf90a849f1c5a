import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { Front } from './Front.tsx';
import { SignInSteps } from './SignInSteps.tsx';

export default function SignIn() {
  const client = useQueryClient();
  const router = useRouter();
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const enter = async () => {
    client.clear();
    const to = search['to'];
    // Another application of this site: the router here does not know its pages.
    if (to !== undefined && /^\/portal(?:[/?]|$)/.test(to)) return location.assign(to);
    // Only a path of this site: anything else could lead away after signing in.
    router.history.push(
      to?.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : paths.home,
    );
  };
  return (
    <Front width={400}>
      <SignInSteps onDone={enter} />
    </Front>
  );
}
