import { GuidanceButton, GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { useGuidance } from './audit.web.ts';

type Of = { readonly of: Parameters<typeof useGuidance>[0] };

export const AuditGuidance = ({ of }: Of) => <GuidancePanel {...useGuidance(of)} />;
export const AuditGuidanceButton = ({ of }: Of) => <GuidanceButton {...useGuidance(of)} />;
