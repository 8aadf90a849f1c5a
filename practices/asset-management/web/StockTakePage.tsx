import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { OpenCount, ResolveDialog } from './StockTakeDialogs.tsx';
import { StockTakeLines } from './StockTakeLines.tsx';
import { PhoneCard, StockTakeProgress } from './StockTakeProgress.tsx';

const first = ['ownerId', 'dueOn', 'scopeLocation', 'scopeCostCentre', 'scopeKind', 'orgUnitId', 'instructions', 'conclusion']; // prettier-ignore
const hidden = ['expectedCount', 'foundCount', 'elsewhereCount', 'missingCount', 'unexpectedCount', 'openDifferences']; // prettier-ignore
const primary = ['start', 'count', 'finish_counting', 'count_again', 'close'];
const dialogs = { count: OpenCount, resolve: ResolveDialog };
const sections = {
  main: ({ record }: SectionProps) =>
    record.state === 'planned' ? null : (
      <>
        <StockTakeProgress record={record} />
        <StockTakeLines record={record} />
      </>
    ),
  side: ({ record }: SectionProps) => (record.state === 'counting' ? <PhoneCard record={record} /> : null),
};

export default function StockTakePage() {
  return (
    <RecordPage
      type="stock-take"
      first={first}
      hidden={hidden}
      primary={primary}
      dialogs={dialogs}
      sections={sections}
      register
    />
  );
}
