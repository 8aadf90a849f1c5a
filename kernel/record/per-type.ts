import type { RecordType } from './record.ts';

/** What is made of a record type is made once: putting a statement together cost more than sending it. */
export function perType<T>(make: (type: RecordType) => T): (type: RecordType) => T {
  const made = new WeakMap<RecordType, T>();
  return (type) => {
    const known = made.get(type) ?? make(type);
    made.set(type, known);
    return known;
  };
}
