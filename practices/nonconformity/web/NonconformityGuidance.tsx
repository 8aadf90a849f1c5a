import { GuidanceButton, GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { useGuidance } from './nonconformity.web.ts';

export const NonconformityGuidance = () => <GuidancePanel {...useGuidance()} />;
export const NonconformityGuidanceButton = () => <GuidanceButton {...useGuidance()} />;
