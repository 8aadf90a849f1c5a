import { defineSnapshot } from '../../kernel/practice/reference.ts';
import type { AllowedRelation, Attribute } from './class.fields.ts';
import type { RelationKind } from './relation.kinds.ts';

export type CiClass = {
  readonly id: string;
  readonly number: string;
  readonly key: string;
  readonly label: { readonly en: string; readonly 'zh-CN': string };
  readonly alsoCalled: readonly string[];
  readonly parentId: string | null;
  readonly attributes: readonly Attribute[];
  readonly relations: readonly AllowedRelation[] | null;
  readonly abstract: boolean;
  readonly uniqueNames: boolean;
  readonly active: boolean;
};
export type CiClasses = ReadonlyMap<string, CiClass>;

/** Services are configuration items: entries of the catalogue are the items of this class, and nothing else is. */
export const serviceClass = 'service';

/** Every class by id, in memory: what each item is judged by. */
export const ciClasses = defineSnapshot<CiClasses>({
  name: 'ci-classes',
  on: ['ci-class'],
  load: async (tx) => {
    const rows = await tx.run<
      Omit<CiClass, 'label' | 'alsoCalled'> & { en: string; zh: string; also: string[] | null }
    >(
      'all_ci_classes',
      `select c.id, r.number, c.key, r.title as en, c.title_zh as zh, c.also_called as also, c.parent_id as "parentId",
         c.attributes, c.relations, c.abstract, c.unique_names as "uniqueNames", r.state = 'active' as active
       from ci_class c join record r on r.id = c.id order by c.id`,
    );
    return new Map(
      rows.map(({ en, zh, also, ...row }): [string, CiClass] => [
        row.id,
        { ...row, label: { en, 'zh-CN': zh }, alsoCalled: also ?? [] },
      ]),
    );
  },
});

/** The class and those above it, itself first. A circle, should there be one, ends where it began. */
export function lineage(classes: CiClasses, id: string | null): readonly CiClass[] {
  const line: CiClass[] = [];
  for (let at = id === null ? undefined : classes.get(id); at && !line.includes(at);) {
    line.push(at);
    at = at.parentId === null ? undefined : classes.get(at.parentId);
  }
  return line;
}

/** Its own attributes and those of the classes above it, theirs first; a class may say again what one above says. */
export function attributesOf(classes: CiClasses, id: string | null): readonly Attribute[] {
  const byKey = new Map<string, Attribute>();
  for (const { attributes } of lineage(classes, id).toReversed())
    for (const attribute of attributes) byKey.set(attribute.key, attribute);
  return [...byKey.values()];
}

/** Where a relation of this kind may lead: class keys, none for any; undefined where the class has no such relation. */
export function allowedTo(
  classes: CiClasses,
  id: string | null,
  kind: RelationKind,
): readonly string[] | undefined {
  const said = lineage(classes, id).find((c) => c.relations !== null)?.relations;
  // A class that nobody has given rules yet takes any relation.
  if (!said) return [];
  return said.find((relation) => relation.kind === kind)?.to;
}

/** By key, name in either language, or what files call it. */
export function classCalled(classes: CiClasses, text: string): CiClass | undefined {
  const wanted = text.trim().toLowerCase();
  const names = (c: CiClass) => [c.key, c.number, c.label.en, c.label['zh-CN'], ...c.alsoCalled];
  return [...classes.values()].find(
    (c) => c.active && names(c).some((name) => name.toLowerCase() === wanted),
  );
}
