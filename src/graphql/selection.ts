import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** The fields that stand in selections, their fragments unfolded, whatever directives say. */
function fieldsIn(sets: readonly (SelectionSetNode | undefined)[], fragments: Asked['fragments']): FieldNode[] {
  const fields: FieldNode[] = [];
  const collect = (selections: SelectionSetNode | undefined): void => {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) fields.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else collect(fragments[selection.name.value]?.selectionSet);
    }
  };
  sets.forEach(collect);
  return fields;
}

// A plan gives the same place to every request, so that it is looked at once.
const known = new WeakMap<Asked, ReadonlySet<string>>();

/** The names of the fields that a client selected below a field, or below one that stands there. */
export function selectedBelow(asked: Asked, below?: string): ReadonlySet<string> {
  const before = known.get(asked);
  if (before !== undefined) return before;
  const { fieldNodes, fragments } = asked;
  const own = fieldsIn(
    fieldNodes.map(({ selectionSet }) => selectionSet),
    fragments,
  );
  const sets = own.filter(({ name }) => name.value === below).map(({ selectionSet }) => selectionSet);
  const fields = below === undefined ? own : fieldsIn(sets, fragments);
  const names = new Set(fields.map(({ name }) => name.value).filter((name) => name !== '__typename'));
  known.set(asked, names);
  return names;
}
