import { ArgsType, Field, Int } from 'type-graphql';
import { badInput } from '../errors/domain-error.ts';

export const LARGEST_PAGE = 100;
/** The size of a page that states none. */
export const USUAL_PAGE = 20;
/** A cursor as clients see it, for descriptions. */
export const EXAMPLE_CURSOR = 'WyJJRDpBU0MiLDQyLDQyXQ';

const SIZE = `from 1 to ${String(LARGEST_PAGE)}; BAD_USER_INPUT otherwise.`;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the start, or after "after": ${SIZE} ${String(USUAL_PAGE)} where neither "first" nor "last" is given.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `The cursor after which the page starts: an earlier "endCursor", such as ${EXAMPLE_CURSOR}.`,
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the end, or before "before", in the order of the list: ${SIZE} Not together with "first".`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `The cursor before which the page ends: an earlier "startCursor", such as ${EXAMPLE_CURSOR}.`,
  })
  before?: string | null;
}

/** How many rows a page has, and from which end they are counted. */
export interface PageSize {
  readonly size: number;
  readonly isBackward: boolean;
}

/** The size that is asked for; BAD_USER_INPUT where it is out of bounds, or stated from both ends. */
export function pageSizeOf({ first, last }: PageArgs): PageSize {
  if (first != null && last != null) throw badInput('last', 'Ask for "first" or for "last", not for both.');
  const isBackward = last != null;
  const size = last ?? first ?? USUAL_PAGE;
  if (size >= 1 && size <= LARGEST_PAGE) return { size, isBackward };
  const name = isBackward ? 'last' : 'first';
  throw badInput(name, `"${name}" is ${String(size)}; it must be from 1 to ${String(LARGEST_PAGE)}.`);
}
