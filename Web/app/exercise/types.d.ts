export interface Words {
  en: string;
  ru: string;
}

export interface Card {
  id: string;
  kind: string;
  state?: 'started' | 'passed' | 'failed';
  reason?: string;
  reasonWords?: Words;
  started?: number;
}

export interface Participant {
  id: string;
  kind: string;
  party: string;
  callsign: string;
  /** The first language that it speaks. */
  language: string;
  checkedIn?: number;
  contactLost: boolean;
}

export interface Range {
  between: string[];
  horizontalNM: number;
  verticalFt?: number;
  predictedNM?: number;
  basis: 'own' | 'shared';
  levelClose: boolean;
}

export interface Said {
  at: number;
  participant: string;
  language: string;
  readBack: boolean;
  message: string;
  words: Words;
}

export interface Run {
  id: string;
  plan: string;
  title: Words;
  simulated: boolean;
  phase: 'flying' | 'aborted' | 'complete' | 'ended';
  card?: string;
  minimumNM: number;
  bufferNM: number;
  abortWords: Words;
  cards: Card[];
  participants: Participant[];
  prompts: { message: string; participant?: string; words: Words }[];
  said: Said[];
  /** The name of the frequency of first contact. */
  frequency: string;
  frequencies: { name: string; channel: string }[];
  ranges: Range[];
  faults: string[];
  alarm?: { reason: string; at: number; words: Words };
}

export interface RunDocument {
  party: string;
  now: number;
  refusal?: string;
  fault?: string;
  run?: Run;
}

export interface Plan {
  plan: string;
  signedSha256?: string;
  versions: { sha256: string; version: number; title?: Words; parties: string[]; signed: { party: string }[] }[];
}
