import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import { memoizeByObject } from '../lib/memoize.ts';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fragments of a document by their names. */
export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  return fragments;
}

/** The fields that stand in selections, their fragments unfolded, whatever directives say. */
export function fieldsIn(sets: readonly (SelectionSetNode | undefined)[], fragments: Fragments): FieldNode[] {
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
const seenAt = memoizeByObject((_asked: Asked) => new Map<string, ReadonlySet<string>>());

function namesBelow({ fieldNodes, fragments }: Asked, below: string): ReadonlySet<string> {
  const sets = fieldNodes.map(({ selectionSet }) => selectionSet);
  const own = fieldsIn(sets, fragments);
  const inner = own.filter(({ name }) => name.value === below).map(({ selectionSet }) => selectionSet);
  const fields = below === '' ? own : fieldsIn(inner, fragments);
  return new Set(fields.map(({ name }) => name.value).filter((name) => name !== '__typename'));
}

/** The names of the fields that a client selected below a field, or below one that stands there. */
export function selectedBelow(asked: Asked, below = ''): ReadonlySet<string> {
  const seen = seenAt(asked);
  const before = seen.get(below);
  if (before !== undefined) return before;
  const names = namesBelow(asked, below);
  seen.set(below, names);
  return names;
}
