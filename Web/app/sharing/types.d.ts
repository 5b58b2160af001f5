/** What the station says of other parties, as openapi.yaml describes it. */

export interface By {
  name: string;
  role: string;
}

export interface ProcedureStep {
  after: number;
  party?: string | null;
  kind: 'sound' | 'contact' | 'telephone';
  number?: string;
  en?: string;
  ru?: string;
}

export interface OpenVersion {
  sha256: string;
  version: number;
  isHere: boolean;
  parties: string[];
  signed: { party: string; at: number }[];
  proposals: { party: string; at: number; note?: string | null; by: By }[];
}

export interface Agreement {
  agreement: string;
  state: string;
  version?: number;
  sha256?: string;
  titleEn?: string;
  titleRu?: string;
  from?: number;
  until?: number;
  parties?: string[];
  owed?: string[];
  procedures?: { level: string; steps: ProcedureStep[] }[];
  suspensions: { party: string; by: By; reason: string; since: number }[];
  ending?: { party: string; reason: string; at: number; ends: number };
  open: OpenVersion[];
  meetings: { party: string; held: number; place: string; present: string[]; agreed: string[]; open: string[] }[];
}

export interface DocumentFault {
  line?: number;
  keys: string;
  /** In English. */
  reason: string;
  reasonRu: string;
}

export interface AgreementText {
  sha256: string;
  agreement: string;
  version: number;
  parties: string[];
  document: string;
  clauses: { keys: string; en: string; ru: string }[];
  cautions: DocumentFault[];
  comparedWith?: string;
  comparedVersion?: number;
  differences?: Difference[];
  answered?: { comparedWith: string; comparedVersion: number; differences: Difference[] };
}

export interface Difference {
  keys: string;
  beforeEn?: string;
  beforeRu?: string;
  afterEn?: string;
  afterRu?: string;
}

export interface Channel {
  peer: string;
  scope: string;
  link: string;
  reason?: string | null;
  clockOffsetSeconds?: number | null;
  fault?: string | null;
  notice?: string | null;
  ownFault?: string | null;
  alarm?: string | null;
}

export interface Peer {
  name: string;
  leftOut?: number;
  channels: Channel[];
}

export interface Zone {
  agreement: string;
  zone: string;
  nameEn: string;
  nameRu: string;
  purpose: string;
  active: boolean;
  mayActivate: boolean;
  entitled: string[];
  party?: string;
  by?: By;
  outline?: [number, number][];
  intrusions: { track: string; party?: string; secondsToEntry: number; distanceMetres: number }[];
}

export interface SharedAlert {
  peer: string;
  agreement: string;
  alert: string;
  ours: boolean;
  kind: string;
  level: string;
  tracks: string[];
  secondsToLoss?: number;
  horizontalNM?: number;
  verticalFt?: number;
  zone?: string;
  written: number;
  stored?: number;
  received?: number;
  late: boolean;
  seen?: number;
  seenBy?: By;
  /** Its agreement did not let it be written: it calls nobody. */
  outside?: boolean;
  over: boolean;
}

export interface Question {
  peer: string;
  agreement: string;
  question: string;
  ours: boolean;
  lat: number;
  lon: number;
  levelFt?: number;
  time: number;
  written: number;
  received?: number;
  late: boolean;
  by: By;
  waits?: string;
  candidates: string[];
  answer?: string;
  automatic?: boolean;
  answerLate?: boolean;
  answeredBy?: By;
}

export interface Budget {
  peer: string;
  agreement: string;
  left: number;
  budget: number;
}

export interface DisclosureRow {
  agreement: string;
  own: { id: string; callsign?: string; lat?: number; lon?: number; altFt?: number; trackDegrees?: number };
  told?: {
    track: string; lat: number; lon: number; levelFt?: number; trackDegrees?: number; gridNM: number; levelGridFt: number;
    timeGridSeconds: number; delaySeconds: number; rule: string; emergency?: string;
  };
  withheld?: string;
}

export interface SharingState {
  party: string;
  agreements: Agreement[];
  peers: Peer[];
  zones: Zone[];
  alerts: SharedAlert[];
  questions: Question[];
  budgets: Budget[];
}
