import { requirementNamed } from '../../standard/catalogue.ts';
import type { PracticeServer } from '../practice/practice-server.ts';
import type { Bound } from './evidence.ts';

/**
 * Puts the practices' bindings together. What is wrong with them is our mistake and stops the start: a requirement that
 * the standard does not have or that two practices answer, a key that is there twice.
 */
export function bindEvidence(servers: readonly PracticeServer[]): ReadonlyMap<string, Bound> {
  const bound = new Map<string, Bound>();
  const keys = new Set<string>();
  for (const { practice, evidence = [] } of servers) {
    for (const binding of evidence) {
      const { requirement, checks } = binding;
      const fail = (why: string) => {
        throw new Error(`${practice.name}: ${requirement} ${why}`);
      };
      if (!requirementNamed(requirement)) fail('is no requirement of the standard');
      if (bound.has(requirement)) fail(`is answered by ${bound.get(requirement)?.practice} too`);
      for (const check of checks) {
        if (keys.has(check.key)) fail(`has a check ${check.key} whose key is taken`);
        keys.add(check.key);
      }
      bound.set(requirement, { ...binding, practice: practice.name });
    }
  }
  return bound;
}
