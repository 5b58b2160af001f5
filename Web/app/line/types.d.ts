/** What the station says of the line, as openapi.yaml describes it. Times are Unix seconds. */

export type Side = 'ours' | 'theirs';
export type LineWord = 'normal' | 'degraded' | 'suspended' | 'untested';

/** One text in each language. */
export interface Words {
  en?: string;
  ru?: string;
}

export interface Difference {
  code?: string;
  parameter?: string;
  sent: Words;
  heard: Words;
}

export interface Proposal {
  message: string;
  words: Words;
}

export interface Times {
  written?: number;
  sent?: number;
  received?: number;
  shown?: number;
  read?: number;
  answered?: number;
  passedToCrew?: number;
  readBackMatched?: number;
  complied?: number;
  closed?: number;
}

export interface Message {
  id: string;
  side: Side;
  by: { name: string; role: string };
  coded: string;
  words: Words;
  text?: string;
  answers?: string;
  to: 'crew' | 'station';
  kind: 'opening' | 'reply' | 'repetition' | 'heard';
  repeats?: string;
  times: Times;
  stage: string;
  open: boolean;
  closure?: string;
  reason?: string;
  reader?: string;
  late?: boolean;
  /** The agreement did not let it be written: it calls nobody. */
  outside?: boolean;
  cameLate?: number;
  heard?: { channel: string; by: string; time: number };
  replies: string[];
  strangers: string[];
  replySet: string[];
  needsReadBack: boolean;
  mismatch?: { reply: string; differences: Difference[]; proposal?: Proposal };
  cancelled?: { at: number; by?: string };
  compliance?: { side: Side; at: number; by?: string; complied: boolean; seen?: string }[];
  escalation?: { measure: 'sound' | 'next-contact' | 'telephone'; whom?: string; since: number }[];
  checkWord: Words;
  voiced: string[];
}

export interface Head {
  peer: string;
  party: string;
  agreement?: string;
  flow: 'none' | 'in-force' | 'suspended' | 'ended';
  messagesFlow: boolean;
  agreementSuspended?: { by: string; since: number; reason: string };
  link?: string;
  clockOffsetSeconds?: number;
  state: LineWord;
  checkIntervalSeconds: number;
  lastTest?: { at: number; askedAt: number; askedBy: string; readability: number; person: boolean; by?: string };
  statements: { party: string; state: 'normal' | 'degraded' | 'suspended' | 'restored'; since: number; reason?: string; by?: string }[];
  checks: { check: string; side: Side; at: number }[];
  advisory?: { by: string; since: number };
  faults: { at: number; record: string; index: number; reason: string }[];
}

export interface Lines {
  time: number;
  party: string;
  lines: { line: Head; messages: Message[] }[];
}

export interface LineEvent {
  peer: string;
  line: Head;
  messages: Message[];
  arrived?: string;
}

export interface Element {
  code: string;
  words: Words;
  parameters: { name: string; required: boolean; expected: string; choices?: string[] }[];
  action: boolean;
  request: boolean;
}

export interface Suggestions {
  suggestions: Element[];
  understood?: Proposal;
  unclear: string[];
}

export interface Rendered {
  fault?: string;
  parameter?: string;
  message?: string;
  words?: Words;
  text?: string;
  action?: boolean;
  checkWord?: Words;
  voiced?: string[];
}

export interface ReadBackAnswer {
  outcome: 'matches' | 'differs' | 'not-understood';
  differences?: Difference[];
  unclear?: string[];
  message?: string;
}
