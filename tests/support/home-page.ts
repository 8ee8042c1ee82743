/** What the first page of a regional directorate asks for, in one request: over 130 kB for Fès-Meknès. */
export const HOME_PAGE = `
  query HomePage($region: TerritoryCode!) {
    region(code: $region) {
      code
      name { ar fr en }
      population
      representation { ...Figures }
      provinces { code kind name { ar fr en } representation { ...Figures } }
      phases(first: 20) {
        totalCount
        nodes {
          id version kind state wave { number name { ar fr en } }
          plannedFrom plannedTo actualFrom actualTo isLate
          milestones(first: 20) { nodes { id name { ar fr en } plannedOn actualOn isLate } }
        }
      }
      bodies(first: 50) {
        totalCount
        nodes {
          id version level state foundedOn
          bodyClass { code name { ar fr en } }
          territory { code name { ar fr } }
          readiness { ready missing { code required actual rule { name { ar fr en } } } }
          seats { office { name { ar fr en } } isVacant nameAr nameLatin termEndsOn }
        }
      }
      artisans(first: 100) {
        totalCount
        nodes {
          id version registerNumber nameAr nameLatin kind sex registerState memberSince
          profession { code name { ar fr en } }
          province { code name { ar fr } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
    committees(first: 20, filter: { territory: $region }) {
      totalCount
      nodes {
        id version state formedOn
        bodyClass { name { ar fr en } }
        territory { name { ar fr } }
        members(first: 20) { nodes { id nameAr nameLatin chair capacity } }
      }
    }
    outreachSessions(first: 20, filter: { territory: $region }) {
      totalCount
      nodes { id version state kind plannedOn heldOn venue { ar fr } attendees reached }
    }
  }
  fragment Figures on Representation {
    registered { value status }
    eligible { value status }
    members { value status }
    represented { value status }
    women { value status }
    under35 { value status }
    bodiesActive { value }
    representationRate { value numerator denominator status }
  }
`;
