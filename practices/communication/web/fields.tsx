import { FieldInput } from '../../../kernel/web/field/FieldInput.tsx';
import type { FieldOverrides, InputProps } from '../../../kernel/web/field/override.ts';

/** Asked only where another answer makes it a question. */
const askedWhere = (of: string, value: string) =>
  function Asked(props: InputProps) {
    return props.values !== undefined && of in props.values && props.values[of] !== value ? null : <FieldInput {...props} />;
  }; // prettier-ignore

const scheduled = { Input: askedWhere('trigger', 'schedule') };
const happening = { Input: askedWhere('trigger', 'event') };
const sent = { Input: askedWhere('channel', 'notice') };

export const communicationOverrides: FieldOverrides = {
  frequency: scheduled,
  nextDueOn: scheduled,
  event: happening,
  within: happening,
  messageEn: sent,
  messageZh: sent,
  automatic: sent,
};

export const order = [
  'title', 'kind', 'side', 'what', 'trigger', 'frequency', 'nextDueOn', 'event', 'within', 'audienceRoles', 'audienceTeamIds',
  'audiencePersonIds', 'audienceOrganisationIds', 'audienceNote', 'channel', 'channelNote', 'messageEn', 'messageZh', 'automatic',
  'responsibleRole', 'ownerId', 'reviewMonths',
]; // prettier-ignore
