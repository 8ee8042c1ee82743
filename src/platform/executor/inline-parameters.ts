import { isInterfaceType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type FieldResolver = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];
type Method = (this: unknown, ...given: unknown[]) => unknown;
type Param = NonNullable<FieldResolver['params']>[number];

/** Takes what a parameter stands for out of what GraphQL gives to a resolver. */
type ParameterReader = (root: unknown, args: unknown, context: unknown, info: unknown) => unknown;

const PARAMETER_READERS = {
  root: (root) => root,
  context: (_root, _args, context) => context,
  info: (_root, _args, _context, info) => info,
} as const satisfies Record<string, ParameterReader>;

type ArgsClass = abstract new () => object;

/** Whether arguments hold values only, and no inputs that would have to be made instances of their classes. */
function isFlat(args: unknown): boolean {
  const { argumentTypes, inputTypes } = getMetadataStorage();
  const inputs = new Set<unknown>(inputTypes.map(({ target }) => target));
  const fields = argumentTypes
    .filter(({ target }) => args === target || (args as ArgsClass).prototype instanceof target)
    .flatMap((type) => type.fields ?? []);
  return fields.every((field) => !inputs.has(field.getType()));
}

/** How a parameter is taken; undefined where it must be converted. */
function takeOf(param: Param): ParameterReader | undefined {
  if (param.kind === 'info') return PARAMETER_READERS.info;
  if (param.kind === 'context') return param.propertyName === undefined ? PARAMETER_READERS.context : undefined;
  if (param.kind === 'root')
    return param.propertyName === undefined && param.getType === undefined ? PARAMETER_READERS.root : undefined;
  if (param.kind !== 'args') return undefined;
  const args = param.getType() as new () => object;
  return isFlat(args) ? (_root, given) => Object.assign(new args(), given) : undefined;
}

/** Where each parameter comes from, in order; undefined where one must be converted. */
function takesOf({ params = [] }: FieldResolver): ParameterReader[] | undefined {
  const takes = params.toSorted((one, other) => one.index - other.index).map(takeOf);
  return takes.some((take) => take === undefined) ? undefined : (takes as ParameterReader[]);
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
function callOf(instance: object | null, method: Method, takes: readonly ParameterReader[]): ParameterReader {
  const [first, second, third, ...others] = takes;
  const self = (root: unknown): unknown => instance ?? root;
  if (first === undefined) return (root) => method.call(self(root));
  if (second === undefined) {
    return (root, args, context, info) => method.call(self(root), first(root, args, context, info));
  }
  if (third === undefined) {
    return (root, args, context, info) =>
      method.call(self(root), first(root, args, context, info), second(root, args, context, info));
  }
  const all = [first, second, third, ...others];
  return (root, args, context, info) =>
    method.apply(
      self(root),
      all.map((take) => take(root, args, context, info)),
    );
}

/**
 * Field resolvers that take the row, the context and plain arguments are called at once. type-graphql sorts, converts and checks
 * the parameters of every call, which for a page of rows costs more than all that the resolvers do. Those that take the row
 * alone are marked: they say the same of the same row for ever.
 */
export function inlineResolverParameters(schema: GraphQLSchema): void {
  const instances = new Map<unknown, object>();
  const metadata = getMetadataStorage().fieldResolvers;
  const isOfInterface = (each: FieldResolver): boolean =>
    getMetadataStorage().interfaceTypes.some(({ target }) => target === each.getObjectType?.());
  // What a type says for itself goes before what its interface says.
  for (const each of metadata.toSorted((one, other) => Number(isOfInterface(other)) - Number(isOfInterface(one)))) {
    const takes = takesOf(each);
    const target = each.target as unknown as new () => object;
    const method = (target.prototype as Record<string, unknown>)[each.methodName];
    if (takes === undefined || typeof method !== 'function') continue;
    const isExternal = each.kind === 'external';
    const instance = isExternal ? (instances.get(target) ?? new target()) : null;
    if (instance !== null) instances.set(target, instance);
    for (const type of typesOf(schema, each)) {
      const field = type.getFields()[each.schemaName];
      if (field === undefined) continue;
      const wrapped = field.resolve;
      const direct = callOf(instance, method as Method, takes);
      field.resolve = isExternal
        ? direct
        : (root: unknown, args, context, info) =>
            root instanceof target ? direct(root, args, context, info) : wrapped?.(root, args, context, info);
      if (isExternal && takes.every((take) => take === PARAMETER_READERS.root))
        field.extensions = { ...field.extensions, pure: true };
    }
  }
}
