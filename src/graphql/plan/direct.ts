import { isInterfaceType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type FieldResolver = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];
type Method = (this: unknown, ...given: unknown[]) => unknown;
type Given = 'root' | 'context' | 'info';

/** Where each parameter comes from, in order; undefined where one must be converted. */
function givenOf({ params = [] }: FieldResolver): Given[] | undefined {
  const given = params
    .toSorted((one, other) => one.index - other.index)
    .map((param) => {
      const { kind } = param;
      const isWhole = (kind === 'root' || kind === 'context') && param.propertyName === undefined;
      const isConverted = kind === 'root' && param.getType !== undefined;
      return (isWhole && !isConverted) || kind === 'info' ? kind : undefined;
    });
  return given.some((kind) => kind === undefined) ? undefined : (given as Given[]);
}

function typesOf(schema: GraphQLSchema, { getObjectType }: FieldResolver): GraphQLObjectType[] {
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  const target: unknown = getObjectType?.();
  const name = [...interfaceTypes, ...objectTypes].find((type) => type.target === target)?.name;
  const type = name === undefined ? undefined : schema.getType(name);
  if (isInterfaceType(type)) return [...schema.getImplementations(type).objects];
  return isObjectType(type) ? [type] : [];
}

/** Calls the method with no more than it takes, and looks at nothing on the way. */
function callOf(instance: object | null, method: Method, given: readonly Given[]) {
  const [first, second] = given;
  const value = (kind: Given | undefined, from: Record<Given, unknown>): unknown => kind && from[kind];
  return (root: unknown, _args: unknown, context: unknown, info: unknown): unknown => {
    const self = instance ?? root;
    if (given.length === 0) return method.call(self);
    if (first === 'root' && given.length === 1) return method.call(self, root);
    if (first === 'root' && second === 'context' && given.length === 2) return method.call(self, root, context);
    const from = { root, context, info };
    return method.apply(
      self,
      given.map((kind) => value(kind, from)),
    );
  };
}

/**
 * Field resolvers that take nothing but the row and the context are called at once. type-graphql sorts, converts and checks
 * the parameters of every call, which for a page of rows costs more than all that the resolvers do. Those that take the row
 * alone are marked: they say the same of the same row for ever.
 */
export function unwrapResolvers(schema: GraphQLSchema): void {
  const instances = new Map<unknown, object>();
  const metadata = getMetadataStorage().fieldResolvers;
  const isOfInterface = (each: FieldResolver): boolean =>
    getMetadataStorage().interfaceTypes.some(({ target }) => target === each.getObjectType?.());
  // What a type says for itself goes before what its interface says.
  for (const each of metadata.toSorted((one, other) => Number(isOfInterface(other)) - Number(isOfInterface(one)))) {
    const given = givenOf(each);
    const target = each.target as unknown as new () => object;
    const method = (target.prototype as Record<string, unknown>)[each.methodName];
    if (given === undefined || typeof method !== 'function') continue;
    const isExternal = each.kind === 'external';
    const instance = isExternal ? (instances.get(target) ?? new target()) : null;
    if (instance !== null) instances.set(target, instance);
    for (const type of typesOf(schema, each)) {
      const field = type.getFields()[each.schemaName];
      if (field === undefined) continue;
      const wrapped = field.resolve;
      const direct = callOf(instance, method as Method, given);
      field.resolve = isExternal
        ? direct
        : (root: unknown, ...rest) => (root instanceof target ? direct(root, ...rest) : wrapped?.(root, ...rest));
      if (isExternal && given.every((kind) => kind === 'root')) field.extensions = { ...field.extensions, pure: true };
    }
  }
}
