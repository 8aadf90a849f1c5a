import { useState } from 'react';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { usualFigures } from '../tender-pack.usual.ts';
import { useGuidance } from './certification.web.ts';
import { tenderOverrides } from './tender-fields.tsx';

const order = ['title', 'buyer', 'periodFrom', 'periodTo', 'measureKeys', 'certificateIds'];
const Aside = () => <GuidancePanel {...useGuidance('tender')} />;
const aside = () => <Aside />;

/** The twelve whole months before this one: what is over, and a year of it. */
function lastYear() {
  const now = new Date();
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  return {
    periodFrom: iso(new Date(Date.UTC(now.getFullYear() - 1, now.getMonth(), 1))),
    periodTo: iso(new Date(Date.UTC(now.getFullYear(), now.getMonth(), 0))),
  };
}

export default function TenderForm() {
  const [initial] = useState(() => ({ ...lastYear(), measureKeys: usualFigures }));
  return <RecordForm type="tender-pack" order={order} overrides={tenderOverrides} initial={initial} aside={aside} />;
} // prettier-ignore
