import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import { artisansByIds } from '../artisans/artisan.reads.ts';
import { Delegate, Seat } from './board.type.ts';
import { Office } from '../rules/rule.type.ts';
import { bodiesByIds } from './body.reads.ts';
import { Body, FoundingAssembly } from './body.type.ts';
import { bodyReference } from '../rules/rule.reads.ts';

async function holderOf(row: { artisanId: number | null }, { scope }: Context): Promise<Artisan | null> {
  return row.artisanId === null ? null : scope.loader(artisansByIds).load(row.artisanId);
}

@Resolver(() => Seat)
export class SeatResolver {
  @FieldResolver(() => Office, { description: 'The office that the seat carries.' })
  office(@Root() seat: Seat, @Ctx() { scope }: Context): Office | undefined {
    return bodyReference(scope).officeById.get(seat.officeId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Body, { nullable: true, description: 'The body in whose board it is.' })
  body(@Root() seat: Seat, @Ctx() { scope }: Context): Promise<Body | null> {
    return scope.loader(bodiesByIds).load(seat.bodyId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Artisan, {
    nullable: true,
    description: 'The holder as a registrant; null where the viewer may not read the entry.',
  })
  artisan(@Root() seat: Seat, @Ctx() context: Context): Promise<Artisan | null> {
    return holderOf(seat, context);
  }
}

@Resolver(() => Delegate)
export class DelegateResolver {
  @ReadsDatabase()
  @FieldResolver(() => Body, { nullable: true, description: 'The body that sends the delegate.' })
  body(@Root() delegate: Delegate, @Ctx() { scope }: Context): Promise<Body | null> {
    return scope.loader(bodiesByIds).load(delegate.bodyId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Artisan, {
    nullable: true,
    description: 'The delegate as a registrant; null where the viewer may not read the entry.',
  })
  artisan(@Root() delegate: Delegate, @Ctx() context: Context): Promise<Artisan | null> {
    return holderOf(delegate, context);
  }
}

@Resolver(() => FoundingAssembly)
export class FoundingAssemblyResolver {
  @ReadsDatabase()
  @FieldResolver(() => Body, { nullable: true, description: 'The body that it was called to found.' })
  body(@Root() assembly: FoundingAssembly, @Ctx() { scope }: Context): Promise<Body | null> {
    return scope.loader(bodiesByIds).load(assembly.bodyId);
  }
}
