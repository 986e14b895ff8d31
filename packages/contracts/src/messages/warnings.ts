const article = (kind: string) => (/^[aeiou]/.test(kind) ? 'an' : 'a')

export type ContactKind =
  | 'e-mail'
  | 'web address'
  | 'telephone number'
  | 'messenger id'
  | 'organisation name'
  | 'patent number'
  | 'publication'

/** What looks wrong in the content of a profile: each text continues a sentence that begins with the path of the field. */
export const warningMessages = {
  'contact-data': ({ kind, piece, position }: { kind: ContactKind; piece: string; position: number }) =>
    kind === 'organisation name'
      ? `names the organisation at character ${position}: "${piece}"`
      : `holds ${article(kind)} ${kind} at character ${position}: "${piece}"`,
  'deadline-passed': (given: { date: string; endsAt: string; zone: string; zoneFrom: 'owner' | 'country' }) =>
    `has passed: ${given.date} ends at ${given.endsAt} in ${given.zone}, ${given.zoneFrom === 'owner' ? 'the zone that the owner chose' : 'the latest zone of the country'}; give a later day, or leave it out`,
  'year-unlikely': ({ common }: { common?: string }) =>
    `is centuries away; write it in the Common Era${common ? `: ${common}, if it is of the Buddhist calendar` : ''}`,
  'trl-against-stage': (given: { trl: number; stage: string; lowest: number; highest: number }) =>
    `is ${given.trl}, but ${given.stage} goes with TRL ${given.lowest} to ${given.highest}`,
  'ip-none-with-patents': () => 'says none, but applied or granted patents are listed',
  'ip-secret-with-patents': () => 'says secret know-how, but patents are published and listed',
  'ip-granted-without-patent': () => 'says granted, but no granted patent is listed',
  'ip-granted-expired': () => 'says granted, but all granted patents that are listed have expired',
  'ip-applied-with-granted': () => 'says applied, but the listed patents are granted',
  'ip-applied-lapsed': () => 'says applied, but all applications that are listed have lapsed or expired',
  'patent-office': ({ office, number, of }: { office: string; number: string; of: string }) =>
    `is ${office}, but ${number} is a number of ${of}`,
  'patent-number-unread': ({ office }: { office: string }) =>
    `is not in a format of ${office}; it is kept as it is, and a search by patent does not find it`,
  'patent-expired': ({ status, expiry }: { status: string; expiry: string }) =>
    `is ${status}, but the patent expired on ${expiry}`,
}
