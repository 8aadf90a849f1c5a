import { RecordPage, type SectionProps } from '../record/RecordPage.tsx';
import { useMe } from '../queries.ts';
import { PersonAccount } from './PersonAccount.tsx';
import { PersonRoles, PersonTeams } from './PersonRoles.tsx';

const sections = {
  side: (props: SectionProps) => <Side {...props} />,
};

function Side({ record }: SectionProps) {
  const me = useMe();
  return (
    <>
      <PersonRoles person={record} />
      <PersonTeams person={record} />
      {me.administrator && record.state === 'active' && <PersonAccount person={record} />}
    </>
  );
}

/** A person with what they may do here: roles, teams, and how they sign in. */
export default function PersonPage() {
  return <RecordPage type="person" register sections={sections} />;
}
