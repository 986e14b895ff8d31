/** An offer as a provider writes it, with what must be there and nothing else. */
export const offerContent = () => ({
  type: 'TO',
  originalLanguage: 'zh',
  sector: 'A',
  dealTypes: ['nonExclusiveLicence'],
  territories: ['TH'],
  trl: 6,
  stage: 'labTested',
  ip: { status: 'granted' },
  texts: { zh: { title: '滴灌系统', summary: '节水灌溉', description: '一种用于干旱地区的滴灌系统。' } },
})

/** A published offer as it stands in the log. */
export const offerPublished = () => ({
  specversion: '1.0',
  id: 'offer_0123456789abcdef01234567/0000000003',
  source: '/offers',
  type: 'techbridge.offer.published.v1',
  subject: 'offer_0123456789abcdef01234567',
  time: '2026-11-24T08:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: 'urn:techbridge:event:techbridge.offer.published.v1',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  sequence: '0000000003',
  data: {
    id: 'offer_0123456789abcdef01234567',
    reference: 'TOCN20261124001',
    type: 'TO',
    organisation: { id: 'yunnan-agri', name: '云南农业大学', country: 'CN', kind: 'university' },
    revision: 1,
    content: offerContent(),
    publishedAt: '2026-11-24T08:00:00.000Z',
    expiresAt: '2027-11-24T08:00:00.000Z',
  },
})
