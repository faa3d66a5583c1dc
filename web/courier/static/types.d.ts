// The shapes that cross the wire or rest on the phone; nothing here runs.

export type Place = { name: string; lat: number; lon: number; at: string };
export type Card = { id: number; code: string; name: string; nik_last4: string; urgent: boolean };
export type Confidence = "confirmed" | "given" | "house" | "street" | "rt_rw" | "kelurahan";
export type Outcome = "waiting" | "delivered" | "failed" | "partial";
export type ChangeKind = "new" | "moved" | "changed" | "gone";

export type Address = {
  street: string | null;
  number: string | null;
  rt: string | null;
  rw: string | null;
  kelurahan: string | null;
  kecamatan: string | null;
  landmark: string | null;
  raw: string;
};

export type Leg = {
  /** Encoded polylines: of the road, and of the walk from the vehicle to the door. */
  line: string;
  walk: string;
  walk_m: number;
  /** The road is not on the map: the line is straight. */
  estimated: boolean;
  steps: { say: string; metres: number }[];
  arrival: string;
};

export type Stop = {
  id: string;
  sequence: number;
  arrival: string;
  service_seconds: number;
  travel_seconds: number;
  distance_m: number;
  lat: number;
  lon: number;
  confidence: Confidence;
  name: string;
  address: Address;
  phone: string | null;
  brief: string | null;
  cards: Card[];
  history: { date: string; reason: string }[];
  state: Outcome;
  /** Of jemput: what happens here, for whom. */
  trip?: Trip;
  /** The way from the stop before; routes of earlier versions have none. */
  leg?: Leg | null;
  /** Stops of earlier versions that held these same cards. */
  continues?: string[];
  /** Done by us, gone from the newest version. */
  superseded?: boolean;
};

/** A fact of a trip, told by the server or written here. */
export type Told = { id: string; kind: string; at: string; seq: number; people: number[]; photos?: number };

export type Trip = {
  id: number | null;
  what: "pickup" | "dropoff" | "kit";
  leg: "outbound" | "return";
  /** Both ends' stops: facts of either are facts of the trip. */
  visits: string[];
  will_call: boolean;
  /** How it ended when family or office took it back. */
  called_off?: string | null;
  office: string | null;
  request: string;
  check_code: string;
  meet_note: string | null;
  contact: string | null;
  people: { id: number; name: string; aid: string; companion: boolean }[];
  requested: [string | null, string | null];
  promised: [string | null, string | null];
  performed: string | null;
  told: Told[];
};

export type Manifest = {
  id: number;
  number: number;
  version: number;
  vehicle: "motor" | "mobil" | "foot";
  start: Place;
  end: Place;
  stops: Stop[];
  home_leg?: Leg | null;
  /** GeoJSON of the territory. */
  boundary?: object;
};

export type Choice = { code: string; label: string };
/** Who may receive by the office's rule comes first; the others are recorded and looked at. */
export type Relation = Choice & { allowed: boolean };
export type User = { id: number; name: string; title: string };

export type RouteAnswer = {
  server_time: string;
  date: string;
  user: User;
  office: { name: string; hotline: string };
  settings: { relations: Relation[]; signature: "required" | "optional"; retain_days: number };
  failure_reasons: Choice[];
  /** Absent in a route that was fetched before the office knew them. */
  block_reasons?: Choice[];
  manifests: Manifest[];
  /** Closed and turned roads near the doors; absent in a route that was fetched before. */
  closed?: ClosedRoad[];
};

export type ClosedRoad = { effect: string; words: string; lines: string[] };

export type Change = { id: string; name: string; kind: ChangeKind };
export type Route = RouteAnswer & { key: string; fetched: number; changes: Change[] };

export type EventBody = {
  id: string;
  stop: string;
  /** Of cards: delivered, failed, skipped, blocked, undone; of trips: those of jemput/words.js. */
  kind: string;
  seq: number;
  at: string;
  route_version: number;
  photos: string[];
  data: Record<string, any>;
};

export type FaultBody = { code: string; message: string; action: string };

/** What the phone keeps about an event; the body itself is never edited. */
export type Kept = {
  id: string;
  seq: number;
  user: number;
  /** The service day. */
  date: string;
  /** Whom the stop was for. */
  label: string;
  status: "waiting" | "sent" | "conflict";
  fault: FaultBody | null;
  body: EventBody;
};

export type Blob = { sha: string; user: number; event: string; type: string; bytes: ArrayBuffer; fault: FaultBody | null };
export type Picture = { bytes: ArrayBuffer; type: string };

/** What was typed on an open form, so that Back and a killed browser lose nothing. */
export type Draft = {
  key: string;
  date: string;
  cards: number[];
  relation?: string;
  receiver?: string;
  reason?: string;
  note?: string;
  photo?: Picture;
  second?: Picture;
  strokes?: any[];
  pin?: boolean;
  position?: { lat: number; lon: number; accuracy: number };
  /** Of a road report: where it is, and who cannot pass. */
  place?: "phone" | "stop" | "map";
  spot?: { lat: number; lon: number };
  profiles?: string[];
};

export type Login = "unknown" | "in" | "expired" | "other" | "refused" | "revoked";
