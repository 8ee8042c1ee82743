import { BODIES } from './bodies.questions.ts';
import { FIGURES } from './figures.questions.ts';
import { PEOPLE } from './people.questions.ts';
import { PROGRAMME } from './programme.questions.ts';
import type { Question, QuestionGroup } from './question.ts';
import { TERRITORY } from './territory.questions.ts';

export const QUESTION_GROUPS: readonly QuestionGroup[] = [BODIES, FIGURES, PEOPLE, PROGRAMME, TERRITORY];

export const QUESTIONS: readonly Question[] = QUESTION_GROUPS.flatMap(({ questions }) => questions);
