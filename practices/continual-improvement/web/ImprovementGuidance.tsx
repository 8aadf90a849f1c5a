import { Guidance, GuidanceButton, GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { useGuidance } from './improvement.web.ts';

export const ImprovementGuidance = () => <GuidancePanel {...useGuidance('improvement')} />;
export const ImprovementGuidanceButton = () => <GuidanceButton {...useGuidance('improvement')} />;
export const OutcomesGuidance = () => <Guidance {...useGuidance('improvement')} />;
export const CriteriaGuidance = () => <Guidance {...useGuidance('criteria')} />;
