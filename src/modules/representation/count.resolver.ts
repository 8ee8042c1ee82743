import { FieldResolver, Resolver, Root } from 'type-graphql';
import { bodies, expected, founded, people, seatsHeldByWomen } from './derived.reads.ts';
import { Count, Representation } from './representation.type.ts';

@Resolver(() => Representation)
export class PeopleFigures {
  @FieldResolver(() => Count, { description: 'Everybody whom the register knows, in any state.' })
  registrants(@Root() of: Representation): Count {
    return people(of, 'registrants');
  }

  @FieldResolver(() => Count, { description: 'Registrants whose entry is in force (state REGISTERED).' })
  registered(@Root() of: Representation): Count {
    return people(of, 'registered');
  }

  @FieldResolver(() => Count, { description: 'Registered natural persons: artisans and master artisans.' })
  persons(@Root() of: Representation): Count {
    return people(of, 'persons');
  }

  @FieldResolver(() => Count, { description: 'How many registered persons are women.' })
  women(@Root() of: Representation): Count {
    return people(of, 'women');
  }

  @FieldResolver(() => Count, { description: 'Registered persons who are under 35 in the reference year.' })
  under35(@Root() of: Representation): Count {
    return people(of, 'under35');
  }

  @FieldResolver(() => Count, { description: 'How many registrants are master artisans.' })
  masters(@Root() of: Representation): Count {
    return people(of, 'masters');
  }

  @FieldResolver(() => Count, { description: 'Registered and practising: those who can join a body of their class.' })
  eligible(@Root() of: Representation): Count {
    return people(of, 'eligible');
  }

  @FieldResolver(() => Count, { description: 'Members of a body.' })
  members(@Root() of: Representation): Count {
    return people(of, 'members');
  }

  @FieldResolver(() => Count, {
    description:
      'Eligible registrants over whose province a founded or active body of their class stands, at the level that is counted: PROVINCIAL unless given.',
  })
  represented(@Root() of: Representation): Count {
    return people(of, 'represented');
  }

  @FieldResolver(() => Count, {
    description:
      'Eligible registrants over whose province a founded or active body of their class stands at each of the three levels, whatever level is counted.',
  })
  fullyRepresented(@Root() of: Representation): Count {
    return people(of, 'fullyRepresented');
  }
}

@Resolver(() => Representation)
export class BodyFigures {
  @FieldResolver(() => Count, { description: 'Bodies that are expected: planned, in preparation or founded.' })
  bodiesExpected(@Root() of: Representation): Count {
    return expected(of);
  }

  @FieldResolver(() => Count, { description: 'Bodies that were founded and are not dissolved.' })
  bodiesFounded(@Root() of: Representation): Count {
    return founded(of);
  }

  @FieldResolver(() => Count, { description: 'Seats held by women.' })
  seatsHeldByWomen(@Root() of: Representation): Count {
    return seatsHeldByWomen(of);
  }

  @FieldResolver(() => Count, { description: 'How many bodies are dissolved.' })
  bodiesDissolved(@Root() of: Representation): Count {
    return bodies(of, 'bodiesDissolved');
  }

  @FieldResolver(() => Count, { description: 'Bodies with which nothing has begun.' })
  bodiesPlanned(@Root() of: Representation): Count {
    return bodies(of, 'bodiesPlanned');
  }

  @FieldResolver(() => Count, { description: 'How many bodies are in preparation.' })
  bodiesInPreparation(@Root() of: Representation): Count {
    return bodies(of, 'bodiesInPreparation');
  }

  @FieldResolver(() => Count, { description: 'Approved bodies that are active.' })
  bodiesActive(@Root() of: Representation): Count {
    return bodies(of, 'bodiesActive');
  }

  @FieldResolver(() => Count, { description: 'How many bodies are suspended.' })
  bodiesSuspended(@Root() of: Representation): Count {
    return bodies(of, 'bodiesSuspended');
  }

  @FieldResolver(() => Count, { description: 'Approved bodies, active or suspended.' })
  bodiesApproved(@Root() of: Representation): Count {
    return bodies(of, 'bodiesApproved');
  }

  @FieldResolver(() => Count, { description: 'Seats in the boards of bodies.' })
  seats(@Root() of: Representation): Count {
    return bodies(of, 'seats');
  }

  @FieldResolver(() => Count, { description: 'Seats that have a holder.' })
  seatsFilled(@Root() of: Representation): Count {
    return bodies(of, 'seatsFilled');
  }

  @FieldResolver(() => Count, { description: 'Delegates whom bodies send to the body above.' })
  delegates(@Root() of: Representation): Count {
    return bodies(of, 'delegates');
  }

  @FieldResolver(() => Count, { description: 'Committees that are planned.' })
  committeesPlanned(@Root() of: Representation): Count {
    return bodies(of, 'committeesPlanned');
  }

  @FieldResolver(() => Count, { description: 'Committees that are formed.' })
  committeesFormed(@Root() of: Representation): Count {
    return bodies(of, 'committeesFormed');
  }

  @FieldResolver(() => Count, { description: 'Committees that have drafted the statutes.' })
  committeesStatutesDrafted(@Root() of: Representation): Count {
    return bodies(of, 'committeesStatutesDrafted');
  }

  @FieldResolver(() => Count, { description: 'Committees that have done their work.' })
  committeesDischarged(@Root() of: Representation): Count {
    return bodies(of, 'committeesDischarged');
  }

  @FieldResolver(() => Count, { description: 'How many preparatory committees failed.' })
  committeesFailed(@Root() of: Representation): Count {
    return bodies(of, 'committeesFailed');
  }

  @FieldResolver(() => Count, { description: 'Outreach sessions that were held.' })
  outreachSessions(@Root() of: Representation): Count {
    return bodies(of, 'outreachSessions');
  }

  @FieldResolver(() => Count, { description: 'Attendees of those sessions; a person may attend more than one.' })
  outreachAttendees(@Root() of: Representation): Count {
    return bodies(of, 'outreachAttendees');
  }
}
