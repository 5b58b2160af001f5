/**
 * What the station says, as openapi.yaml describes it. Times are Unix seconds, distances metres, `Ft` pressure feet,
 * speeds m/s, angles degrees true; null or absent means unknown.
 */

export type AircraftClass = 'airliner' | 'fighter' | 'helicopter' | 'drone' | 'unknown';
export type TrackState = 'live' | 'coasting' | 'stale';
export type FeedState = 'connecting' | 'live' | 'quiet' | 'failed' | 'ended';
export type LonLat = [number, number];

export interface Minima {
  horizontalMetres: number;
  verticalFeet: number;
}

export type Outline =
  | { type: 'circle'; lat: number; lon: number; radiusMetres: number }
  | { type: 'polygon'; points: LonLat[] }
  | { type: 'everywhere' };

export interface Volume {
  name: string;
  purpose: string;
  outline: Outline;
  lowerFt?: number | null;
  upperFt?: number | null;
  datum?: string | null;
  minima?: Minima | null;
  active: boolean;
}

export interface Config {
  station: string;
  version: string;
  language: string;
  minima: Minima;
  lookaheadSeconds: number;
  alarmSeconds: number;
  classes: string[];
  volumes: Volume[];
  csrf: string;
  map?: { lat: number; lon: number; zoom: number } | null;
}

export interface Session {
  operators: boolean;
  station: string;
  language: string;
  needsFirst: boolean;
  csrf: string;
  expired: boolean;
  person: { name: string; role: string } | null;
}

export interface Replay {
  start: number;
  end: number;
  speed: number;
  paused: boolean;
  ended: boolean;
}

export interface Feed {
  id: string;
  name: string;
  kind: string;
  state: FeedState;
  lastReport?: number | null;
  silentSeconds?: number | null;
  reports: number;
  faults: number;
  lastFault?: { position: string; reason: string } | null;
  delaySeconds?: number | null;
}

export interface Track {
  id: string;
  callsign?: string | null;
  lat: number;
  lon: number;
  altFt?: number | null;
  levelLowFt?: number | null;
  levelHighFt?: number | null;
  geoAltFt?: number | null;
  gs?: number | null;
  trk?: number | null;
  vs?: number | null;
  squawk?: string | null;
  class: AircraftClass;
  feed: string;
  time: number;
  age: number;
  state: TrackState;
  onGround: boolean;
  quality: string[];
  together?: string | null;
  manual?: { error: number; source: string; by: string } | null;
  uncertaintyMetres?: number | null;
  /** Whose aircraft it is, as that party told. */
  party?: string | null;
  pseudonym?: string | null;
  precision?: { horizontalNM: number; levelFt: number; seconds: number } | null;
  /** How late it may be told, seconds. */
  delay?: number | null;
  rule?: string | null;
  /** Whether our own receivers see it too. */
  seenHere?: boolean | null;
  /** Whether it is on the list of our own aircraft. */
  ours?: boolean | null;
}

export interface Decision {
  by: string;
  reason: string;
  until: number;
}

export interface Conflict {
  id: string;
  a: string;
  b: string;
  level: 'none' | 'advisory' | 'alarm';
  inLoss: boolean;
  since: number;
  secondsToLoss?: number | null;
  secondsToLossEnd?: number | null;
  secondsToCPA?: number | null;
  horizontalMetres: number;
  verticalFeet?: number | null;
  cpaHorizontalMetres?: number | null;
  cpaVerticalFeet?: number | null;
  cpaA?: LonLat | null;
  cpaB?: LonLat | null;
  minima: Minima;
  /** The minima, widened by what is not known of both places. */
  widened?: Minima | null;
  volume?: string | null;
  diverging: boolean;
  levelUnknown: boolean;
  together?: string | null;
  /** What is wrong with the data that it rests on. */
  quality?: string[];
  acknowledged?: Decision | null;
  inhibited?: Decision | null;
}

export interface Emergency {
  id: string;
  squawk: string;
  kind: 'hijack' | 'radio' | 'general' | 'mayday' | 'lost-link' | 'lost-communications';
  since: number;
  /** The aircraft is no longer heard of. */
  lost?: boolean;
  /** Its own side declares it, whatever the transponder sends. */
  declared?: boolean;
}

export interface PlacedAt {
  lat: number;
  lon: number;
  altFt?: number | null;
}

export interface Encounter {
  a: string;
  b: string;
  callsignA?: string | null;
  callsignB?: string | null;
  start: number;
  end: number;
  lossSeconds: number;
  minHorizontalMetres: number;
  minHorizontalAt: number;
  verticalFeetAtMinHorizontal: number;
  minSlantMetres: number;
  minSlantAt: number;
  minVerticalFeet: number;
  quality: string[];
  positionA?: PlacedAt;
  positionB?: PlacedAt;
  open?: boolean;
}

export interface Picture {
  time: number;
  /** Wall clock of the station when it sent this, for the lag shown in the corner. */
  sent?: number;
  sequence: number;
  replay?: Replay | null;
  feeds: Feed[];
  tracks: Track[];
  conflicts: Conflict[];
  emergencies: Emergency[];
}

export interface Delta {
  time: number;
  sent?: number;
  sequence: number;
  replay?: Replay | null;
  feeds: Feed[];
  upserts: Track[];
  removed: string[];
  conflicts: Conflict[];
  emergencies: Emergency[];
  encounters: Encounter[];
}

export type HistoryRow = [number, number, number, number | null, number | null, number | null];
export type PairRow = [number, number, number | null];

export interface TimelineAnswer {
  start: number;
  end: number;
  complete?: boolean;
  encounters: { a: string; b: string; start: number; end: number; minHorizontalMetres: number }[];
}

/** What is selected: nothing, one aircraft, or a pair. */
export type Selection = { a: string; b: string | null } | null;
