import type { FieldOverrides } from '../field/override.ts';
import { ConditionsInput } from './ConditionsInput.tsx';
import { StepsInput } from './StepsInput.tsx';
import { TriggerInput } from './TriggerInput.tsx';
import { ConditionsValue, StepsValue, TriggerValue } from './values.tsx';

export const ruleOverrides: FieldOverrides = {
  trigger: { Input: TriggerInput, Value: TriggerValue },
  conditions: { Input: ConditionsInput, Value: ConditionsValue },
  steps: { Input: StepsInput, Value: StepsValue },
};
