import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { ListSize } from '../../platform/graphql/cost/directives.ts';
import { Role } from '../../platform/auth/roles.ts';
import { Region, Territory } from './territory.type.ts';

registerEnumType(Role, {
  name: 'Role',
  description: 'What a viewer is to hiraf; the token says it.',
  valuesConfig: {
    PROVINCIAL_OFFICER: { description: 'Keeps the register of one province: sees and changes it.' },
    REGIONAL_OFFICER: { description: 'Keeps the register of one region: sees and changes it.' },
    REGIONAL_VIEWER: { description: 'Sees one region and changes nothing.' },
    CENTRAL_OFFICER: { description: 'Sees and changes every region and the nation.' },
    CENTRAL_SERVICE: { description: 'Sees every region and the nation, and changes nothing.' },
    ANALYST: { description: 'Sees figures and never a person.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    'Three grants that do not imply one another, each as the territories that it reaches: the nation stands for all of them.',
})
export class ViewerGrants {
  @ListSize(12)
  @Field(() => [Territory], { description: 'Where the viewer may change records and see identities.' })
  capture!: Territory[];

  @ListSize(12)
  @Field(() => [Territory], {
    description: 'Where the viewer sees records; those of the nation itself come with any of them.',
  })
  records!: Territory[];

  @ListSize(12)
  @Field(() => [Territory], { description: 'Where the viewer sees figures.' })
  figures!: Territory[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Who asks, as the token says; without a token nobody, with no grant.',
})
export class Viewer {
  @Field(() => Role, { nullable: true, description: 'The role; null without a token.' })
  role!: Role | null;

  @Field(() => ViewerGrants, { description: 'What the viewer may do, and where.' })
  grants!: ViewerGrants;

  @ListSize(12)
  @Field(() => [Region], { description: 'The regions whose records are in sight, at least for one province.' })
  regions!: Region[];
}
