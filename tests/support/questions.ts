import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const QUESTION_FOLDER = resolve(import.meta.dirname, '../../explorer/src/questions');

/** The GraphQL document of a ready question. */
export const documentOf = (id: string): string => readFileSync(join(QUESTION_FOLDER, `${id}.graphql`), 'utf8');
