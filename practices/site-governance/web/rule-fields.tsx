import { recordTypeOverride } from '../../../kernel/web/custom-field/record-type.tsx';
import { FieldInput } from '../../../kernel/web/field/FieldInput.tsx';
import type { FieldOverride, FieldOverrides, InputProps } from '../../../kernel/web/field/override.ts';
import { requirementField } from '../../../kernel/web/field/RequirementInput.tsx';
import { boundFields, bounds } from '../group-rule.fields.ts';

const named: Readonly<Record<string, readonly string[]>> = boundFields;

/** Asked for only where the rule is bound so; where the other values are not known, always. */
function onlyWhere(key: string, own?: FieldOverride): FieldOverride {
  const Own = own?.Input;
  return {
    ...own,
    Input: (props: InputProps) => {
      const bound = props.values?.['bound'];
      if (typeof bound === 'string' && named[bound]?.includes(key) === false) return null;
      return Own ? <Own {...props} /> : <FieldInput {...props} />;
    },
  };
}

const ofBinding = [...new Set<string>(bounds.flatMap((bound) => [...boundFields[bound]]))];
const own: FieldOverrides = { recordType: recordTypeOverride };

/** A site adds; the group does not. */
function addition(props: InputProps) {
  return props.values !== undefined && !props.values['siteId'] ? null : <FieldInput {...props} />;
}

function forSites(props: InputProps) {
  return props.values?.['siteId'] ? null : <FieldInput {...props} />;
}

export const ruleOverrides: FieldOverrides = {
  requirement: requirementField,
  addsToId: { Input: addition },
  addition: { Input: addition },
  siteIds: { Input: forSites },
  ...Object.fromEntries(ofBinding.map((key) => [key, onlyWhere(key, own[key])])),
};

/** What a rule that is bound so does not have. */
export const notOf = (bound: string): readonly string[] =>
  ofBinding.filter((key) => !named[bound]?.includes(key));
