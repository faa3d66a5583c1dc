// The shapes that cross the wire or rest on the phone; nothing here runs.

/** @typedef {{name: string, lat: number, lon: number, at: string}} Place */
/** @typedef {{id: number, code: string, name: string, nik_last4: string, urgent: boolean}} Card */
/** @typedef {"confirmed"|"given"|"house"|"street"|"rt_rw"|"kelurahan"} Confidence */
/** @typedef {"waiting"|"delivered"|"failed"|"partial"} Outcome */
/** @typedef {"new"|"moved"|"changed"} ChangeKind */

/**
 * @typedef {object} Address
 * @property {string|null} street
 * @property {string|null} number
 * @property {string|null} rt
 * @property {string|null} rw
 * @property {string|null} kelurahan
 * @property {string|null} kecamatan
 * @property {string|null} landmark
 * @property {string} raw
 */

/**
 * @typedef {object} Stop
 * @property {string} id
 * @property {number} sequence
 * @property {string} arrival
 * @property {number} service_seconds
 * @property {number} travel_seconds
 * @property {number} distance_m
 * @property {number} lat
 * @property {number} lon
 * @property {Confidence} confidence
 * @property {string} name
 * @property {Address} address
 * @property {string|null} phone
 * @property {string|null} brief
 * @property {Card[]} cards
 * @property {{date: string, reason: string}[]} history
 * @property {Outcome} state
 * @property {string[]} [continues] stops of earlier versions that held these same cards
 * @property {boolean} [superseded] done by us, gone from the newest version
 */

/**
 * @typedef {object} Manifest
 * @property {number} id
 * @property {number} number
 * @property {number} version
 * @property {"motor"|"mobil"|"foot"} vehicle
 * @property {Place} start
 * @property {Place} end
 * @property {Stop[]} stops
 * @property {object} [boundary] GeoJSON of the territory
 */

/** @typedef {{code: string, label: string}} Choice */
/** @typedef {{id: number, name: string, title: string}} User */

/**
 * @typedef {object} RouteAnswer
 * @property {string} server_time
 * @property {string} date
 * @property {User} user
 * @property {{name: string, hotline: string}} office
 * @property {{relations: Choice[], signature: "required"|"optional", retain_days: number}} settings
 * @property {Choice[]} failure_reasons
 * @property {Manifest[]} manifests
 */

/** @typedef {{id: string, name: string, kind: ChangeKind|"gone"}} Change */
/** @typedef {RouteAnswer & {key: string, fetched: number, changes: Change[]}} Route */

/**
 * @typedef {object} EventBody
 * @property {string} id
 * @property {string} stop
 * @property {"delivered"|"failed"|"skipped"|"undone"} kind
 * @property {number} seq
 * @property {string} at
 * @property {number} route_version
 * @property {string[]} photos
 * @property {Record<string, any>} data
 */

/** @typedef {{code: string, message: string, action: string}} FaultBody */

/**
 * What the phone keeps about an event; the body itself is never edited.
 * @typedef {object} Kept
 * @property {string} id
 * @property {number} seq
 * @property {number} user
 * @property {string} date the service day
 * @property {string} label whom the stop was for
 * @property {"waiting"|"sent"|"conflict"} status
 * @property {FaultBody|null} fault
 * @property {EventBody} body
 */

/** @typedef {{sha: string, user: number, event: string, type: string, bytes: ArrayBuffer, fault: FaultBody|null}} Blob */
/** @typedef {{bytes: ArrayBuffer, type: string}} Picture */

/**
 * What was typed on an open form, so that Back and a killed browser lose nothing.
 * @typedef {object} Draft
 * @property {string} key
 * @property {string} date
 * @property {number[]} cards
 * @property {string} [relation]
 * @property {string} [receiver]
 * @property {string} [reason]
 * @property {string} [note]
 * @property {Picture} [photo]
 * @property {any[]} [strokes]
 * @property {boolean} [pin]
 * @property {{lat: number, lon: number, accuracy: number}} [position]
 */

/** @typedef {"unknown"|"in"|"expired"|"other"|"refused"|"revoked"} Login */

export {};
