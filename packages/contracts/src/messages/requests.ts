/** Messages about requests of any kind. The part of a code before the dot is the type of the problem. */
export const requestMessages = {
  invalid: ({ errors }: { errors: string }) => `The request is not valid. ${errors}`,
  'invalid.lines': ({ most, found }: { most: number; found: 'none' | 'more' }) =>
    `Send 1 to ${most} lines; this request has ${found}.`,
  'malformed-json': () => 'The body is not JSON.',
  'malformed-utf8': () => 'The body is not UTF-8.',
  'malformed-request': () => 'This is not an HTTP request.',
  'bad-request': ({ reason }: { reason: string }) => reason,
  'bad-request.path': () => 'The path must be UTF-8, percent-encoded.',
  'body-not-taken': () => 'This request takes no body. Send it without one.',
  'unsupported-media-type': ({ type }: { type: string }) => `Send the body as Content-Type: ${type}.`,
  'unsupported-charset': () => 'Send the body in UTF-8.',
  'unsupported-encoding': () => 'Send the body as it is, or with gzip, deflate or br.',
  'too-large': () => 'The body is larger than this endpoint accepts. Send less, or several requests.',
  'headers-too-large': () => 'Path, query and headers together are too large.',
  'too-slow': () => 'The request did not arrive in time. Send it again.',
  'too-many-requests': () => 'Too many requests. Wait as long as Retry-After says.',
  'too-many-streams': ({ limit, whose }: { limit: number; whose: 'you' | 'your organisation' | 'all callers' }) =>
    `No more than ${limit} streams may be open for ${whose}. Close one, or try again later; one stream delivers everything.`,
  'method-not-allowed': ({ path, allow }: { path: string; allow: string }) => `${path} accepts only ${allow}.`,
  'no-such-path': ({ path }: { path: string }) => `There is no ${path}. The API is described at /docs.`,
  'unexpected-host': () => 'Call this endpoint as localhost or 127.0.0.1, and not from a page of another site.',
  'not-signed-in': () => 'Sign in: send Authorization: Bearer and a token.',
  'not-signed-in.malformed': () => 'Authorization must be "Bearer " and a token.',
  'not-signed-in.expired': () => 'The token has expired. Sign in again.',
  'not-signed-in.refused': () => 'The token is not valid here. Sign in again.',
  'not-signed-in.other-token': () => 'Send an access token (typ at+jwt or JWT), not another kind of token.',
  'not-signed-in.claims': () =>
    'The token lacks the claims sub, role and org (id, name, country, kind, and otherNames if there are any).',
  'not-signed-in.name': ({ reason }: { reason: string }) => `The name of the organisation in the token ${reason}.`,
  'not-signed-in.revoked': () =>
    'The token was issued before the organisation was suspended, the membership changed or the key ended. Sign in again.',
  'not-signed-in.exchange': () =>
    'The key or the sign-in is not accepted for this organisation. Check both, or ask who looks after its people.',
  'role-needed': ({ roles }: { roles: readonly string[] }) =>
    `Say for which side the token acts: ${roles.join(' or ')}.`,
  'wrong-role': ({ roles, role }: { roles: readonly string[]; role: string }) =>
    `This is for the roles ${roles.join(', ')}; you are signed in as ${role}.`,
  'if-match-needed': () => 'Send If-Match with the ETag of the record that this change is based on.',
  'bad-if-match': () => 'If-Match must repeat the ETag of the record, quotes included, such as "3".',
  'bad-idempotency-key': () => 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
  'bad-last-event-id': () => 'Last-Event-ID is not an id of this stream.',
  'bad-cursor': () => 'Unknown cursor. Start again without one.',
  busy: () => 'Too many large requests are being processed. Try again soon.',
  unavailable: () => 'A part of the system cannot be reached. Try again soon.',
  'unavailable.service': () => 'The service cannot be reached. Try again soon.',
  'unavailable.outcome-unknown': () =>
    'The service received the request and did not answer, so the outcome is unknown: it may have been carried out. Repeat it with the same Idempotency-Key, or check first whether it was carried out.',
  internal: () => 'Something went wrong on our side. The request may be repeated.',
}
