const files = import.meta.glob<string>('./*.graphql', { eager: true, query: '?raw', import: 'default' });

/** The GraphQL document of a question. */
export function documentOf(id: string): string {
  const document = files[`./${id}.graphql`];
  if (document === undefined) throw new Error(`The question ${id} has no document.`);
  return document.trimEnd();
}
