import type { Item } from './items.ts';
import type { Language } from './language.ts';
import type { Viewer } from './viewer.ts';

export interface PanelProps {
  readonly language: Language;
  readonly viewer: Viewer | null;
  /** What stands in the editor, where it is one of ours. */
  readonly current: Item | null;
  readonly onLoad: (item: Item) => void;
  readonly onRun: (item: Item) => void;
}
