import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const QUESTION_FOLDER = resolve(import.meta.dirname, '../../explorer/src/questions');

export const CHANGE_FOLDER = resolve(QUESTION_FOLDER, '../changes');

/** The GraphQL document of a ready question. */
export const documentOf = (id: string): string => readFileSync(join(QUESTION_FOLDER, `${id}.graphql`), 'utf8');

/** The GraphQL document of a ready change. */
export const changeOf = (id: string): string => readFileSync(join(CHANGE_FOLDER, `${id}.graphql`), 'utf8');
