import { ArgsType, Field, Int } from 'type-graphql';
import { badInput } from '../errors/domain-error.ts';

export const LARGEST_PAGE = 100;
const USUAL_PAGE = 20;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: USUAL_PAGE,
    description: `How many, from 1 to ${String(LARGEST_PAGE)}; BAD_USER_INPUT otherwise.`,
  })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which the page starts: an earlier "endCursor".',
  })
  after?: string | null;
}

export function checkedFirst({ first }: PageArgs): number {
  if (first >= 1 && first <= LARGEST_PAGE) return first;
  throw badInput('first', `"first" is ${String(first)}; it must be from 1 to ${String(LARGEST_PAGE)}.`);
}
