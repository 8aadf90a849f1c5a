import { GuidanceButton, GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { useGuidance } from './review.web.ts';

type Of = { readonly of: Parameters<typeof useGuidance>[0] };

export const ReviewGuidance = ({ of }: Of) => <GuidancePanel {...useGuidance(of)} />;
export const ReviewGuidanceButton = ({ of }: Of) => <GuidanceButton {...useGuidance(of)} />;
