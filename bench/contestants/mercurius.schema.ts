/** The part of hiraf's schema that the works ask, written by hand; the same documents are valid against it. */
export const SCHEMA = `
  enum Dimension { PROVINCE BODY_CLASS }
  input RepresentationFilter { territory: String }
  input ArtisanFilter { search: String }
  input RegisterArtisanInput {
    idempotencyKey: String!
    province: String!
    profession: String!
    kind: String!
    nameAr: String!
    nameLatin: String!
    sex: String
    birthDate: String
    nationalId: String
    qualification: String
  }
  type Query {
    region(code: String!): Region
    regions: [Region!]!
    artisans(filter: ArtisanFilter, first: Int! = 20): ArtisanConnection!
    representation(by: [Dimension!]!, filter: RepresentationFilter): [RepresentationCell!]!
    body(bodyClass: String!, territory: String!): Body
  }
  type Mutation {
    registerArtisan(input: RegisterArtisanInput!): Registered!
  }
  type Registered { id: ID! version: Int! registerState: String! }
  type LocalizedName { ar: String! fr: String! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Region {
    code: String!
    name: LocalizedName!
    provinces: [Province!]!
    artisans(first: Int! = 20, after: String): ArtisanConnection!
    committees(first: Int! = 20): CommitteeConnection!
    representation: Representation!
  }
  type Province { code: String! name: LocalizedName! }
  type Profession { code: String! name: LocalizedName! }
  type BodyClass { code: String! name: LocalizedName! }
  type ArtisanConnection { nodes: [Artisan!]! pageInfo: PageInfo! }
  type Artisan {
    id: ID!
    registerNumber: String
    nameAr: String!
    nameLatin: String!
    kind: String!
    sex: String
    registerState: String!
    registeredOn: String
    profession: Profession!
    province: Province!
  }
  type Count { value: Int }
  type Representation { registered: Count! eligible: Count! members: Count! represented: Count! women: Count! }
  type RepresentationCell { province: Province bodyClass: BodyClass figures: Representation! }
  type Territory { code: String! name: LocalizedName! }
  type Body { id: ID! state: String! territory: Territory! readiness: Readiness! children: [Body!]! }
  type Readiness { ready: Boolean! conditions: [ReadinessCondition!]! }
  type ReadinessCondition { code: String! met: Boolean! required: Float actual: Float }
  type CommitteeConnection { nodes: [Committee!]! pageInfo: PageInfo! }
  type Committee {
    id: ID!
    level: String!
    state: String!
    plannedOn: String
    formedOn: String
    bodyClass: BodyClass!
    members(first: Int! = 20): MemberConnection!
  }
  type MemberConnection { nodes: [CommitteeMember!]! pageInfo: PageInfo! }
  type CommitteeMember { nameAr: String! nameLatin: String! capacity: String! chair: Boolean! joinedOn: String! }
`;
