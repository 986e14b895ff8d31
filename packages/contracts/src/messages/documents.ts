/** Messages about documents of cases and their uploads. */
export const documentMessages = {
  'document-case-over': () => 'The case has ended, so its documents do not change any more.',
  'document-not-for-you': () => 'You are no recipient of this document. Its owner decides who is.',
  'document-closed': () =>
    'This annex opens once both sides have signed the NDA and an officer has cleared the act “annex”, and only while the case goes on. Read the case to see what is missing.',
  'document-erased': () => 'The key of this document was erased. Nobody can read it any more.',
  'file-too-large': ({ most }: { most: number }) => `A file may have at most ${most} bytes here.`,
  'range-not-satisfiable': ({ bytes }: { bytes: number }) =>
    `The content has ${bytes} bytes; ask for a range of these.`,
  'bad-content-digest': () => 'Content-Digest must be sha-256=:…: with the SHA-256 of the body in base64, or absent.',
  'unsupported-encoding.octets': () => 'Send the bytes as they are, without Content-Encoding.',
  'upload-no-such-part': ({ parts }: { parts: number }) => `This upload has the parts 1 to ${parts}.`,
  'upload-part-too-long': () =>
    'The part is longer than it should be. Each has `upload.partBytes` bytes, the last one what is left.',
  'upload-part-too-short': () => 'The part ended early. Send it again, whole.',
  'upload-part-digest': () => 'The part does not have the SHA-256 of its Content-Digest. Send it again.',
  'upload-part-differs': () => 'This part has arrived with other content. Cancel the upload to begin again.',
  'upload-broke-off': () => 'The body broke off. Nothing of it was kept; send it again.',
  'upload-incomplete': () =>
    'Parts are missing. `upload.received` says which have arrived; send the others, then finish.',
  'upload-other-content': () =>
    'The content does not have the SHA-256 that was announced, so it was not kept. Announce it again as a new version.',
  'upload-other-type': () => 'The content does not begin like a file of the type that was announced.',
  'upload-over': () => 'There is no upload on its way here: it was finished, was cancelled or has expired.',
}
