import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { SignInSteps } from '../web/auth/SignInSteps.tsx';
import { places } from './places.ts';
import styles from './portal.module.css';

export default function SignIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const enter = async () => {
    client.clear();
    const to = search['to'];
    // Only a path of this site: anything else could lead away after signing in.
    const inside = to !== undefined && /^\/(?![/\\])/.test(to);
    await navigate({ to: inside ? to : places.home });
  };
  return (
    <div className={styles['card']} style={{ maxWidth: '26rem', margin: '6vh auto 0' }}>
      <SignInSteps onDone={enter} />
    </div>
  );
}
