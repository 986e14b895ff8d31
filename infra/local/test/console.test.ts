import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { needContent, offerContent, type Running, startService } from '@techbridge/testkit'
import supertest from 'supertest'
import { services } from '../src/services.ts'
import { type Browser, click, formsOf, startConsole } from './console.ts'

const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)> & < \' "'
const words = ['drip irrigation', 'solar pump', 'soil moisture sensor']

let system: Running
let console_: Awaited<ReturnType<typeof startConsole>>
let now = Date.now()
before(async () => {
  system = await startService(services)
  console_ = await startConsole(system.url, { now: () => now })
})
after(async () => {
  await console_.close()
  await system.close()
})

/** The fields of the form for an offer, as somebody fills them in. */
const offerForm = (title: string) => ({
  'content.type': 'TO',
  'content.originalLanguage': 'en',
  'content.keywords.technology': words.join('\n'),
  'content.sector': 'A',
  'content.dealTypes': ['nonExclusiveLicence', 'evaluationLicence'],
  'content.territories': 'WORLD',
  'content.trl': '7',
  'content.stage': 'labTested',
  'content.ip.status': 'applied',
  'content.texts.0.language': 'en',
  'content.texts.0.title': title,
  'content.texts.0.summary':
    'Drip lines fed by a solar pump, steered by soil moisture sensors, for orchards off the grid.',
  'content.texts.0.description':
    'The drip irrigation is laid along the slope; a solar pump lifts the water and each soil moisture sensor steers a plot.',
})

const locationOf = ({ headers }: { headers: Record<string, string> }) => headers.location!.split('?')[0]!

const publishOffer = async (provider: Browser, officer: Browser, title: string): Promise<string> => {
  const { text } = await provider.get('/offers/new').expect(200)
  const [, hidden] = [...formsOf(text)].find(([to]) => to === '/offers')!
  const drafted = await provider
    .post('/offers')
    .type('form')
    .send({ ...hidden, ...offerForm(title) })
    .expect(303)
  const page = locationOf(drafted)
  await click(provider, page, 'submit').then(({ status }) => assert.equal(status, 303))
  await click(officer, page, 'publish').then(({ status }) => assert.equal(status, 303))
  return page
}

describe('who may do what', () => {
  test('a stranger may search, and is sent to sign in for everything else', async () => {
    const stranger = console_.browser()
    await stranger.get('/').expect(200, /role="search"/)
    for (const path of ['/matches', '/offers', '/cases'])
      await stranger
        .get(path)
        .expect(303)
        .expect('Location', `/sign-in?back=${encodeURIComponent(path)}`)
    await stranger.get('/profiles/offers/offer_aaaaaaaaaaaaaaaaaaaaaaaa').expect(404)
  })

  test('a form of another site does nothing', async () => {
    const officer = await console_.signedIn('officer')
    for (const site of ['cross-site', 'same-site', 'none'])
      await officer.post('/sign-out').set('Sec-Fetch-Site', site).type('form').send({}).expect(403)
    const old = supertest(console_.url)
    await old.post('/sign-out').set('Origin', 'http://evil.example').type('form').send({}).expect(403)
    await old.post('/sign-out').type('form').send({}).expect(403)
    await old.post('/sign-out').set('Origin', console_.url).type('form').send({}).expect(303)
    await officer.get('/matches').expect(200)
  })

  test('a session has an id of its own that no script reads, and signing out ends it', async () => {
    const person = { person: '0' }
    const fixed = 'techbridge_session=chosen-by-somebody-else'
    const response = await console_
      .browser()
      .post('/sign-in')
      .set('Cookie', fixed)
      .type('form')
      .send(person)
      .expect(303)
    const [cookie = ''] = response.headers['set-cookie'] as unknown as string[]
    assert.match(cookie, /^techbridge_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const id = cookie.split(';')[0]!
    const again = supertest(console_.url)
    await again.get('/matches').set('Cookie', id).expect(200)
    await again
      .post('/sign-out')
      .set('Cookie', id)
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send({})
      .expect(303)
    await again.get('/matches').set('Cookie', id).expect(303)
    await again.get('/matches').set('Cookie', fixed).expect(303)
  })

  test('no link leads to another site after signing in', async () => {
    for (const back of [
      '//evil.example/',
      'https://evil.example/',
      '/\\evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
    ]) {
      const { headers } = await console_.browser().post('/sign-in').type('form').send({ person: '0', back }).expect(303)
      assert.match(headers.location!, /^\/(?![/\\])/, back)
    }
  })

  test('a form larger than any that the API takes is not read', async () => {
    const large = `person=0&filling=${'x'.repeat(1_100_000)}`
    await console_.browser().post('/sign-in').type('form').send(large).expect(413)
    const unsized = async function* () {
      for (let n = 0; n < 2_000; n += 1) yield Buffer.alloc(1000, 'x')
    }
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = ReadableStream.from(unsized())
    const sent = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    assert.equal((await fetch(`${console_.url}/sign-in`, sent)).status, 413)
  })

  test('a path that names nothing is not found', async () => {
    await console_.browser().get('//').expect(404)
  })

  test('every page forbids scripts, frames and being kept', async () => {
    const officer = await console_.signedIn('officer')
    for (const path of [
      '/',
      '/sign-in',
      '/matches',
      '/offers',
      '/matches/no/where',
      '/matches/match_aaaaaaaaaaaaaaaaaaaaaaaa',
    ]) {
      const { headers } = await officer.get(path)
      assert.match(headers['content-security-policy']!, /default-src 'none'.*frame-ancestors 'none'/, path)
      assert.equal(headers['cache-control'], 'no-store', path)
    }
  })
})

describe('a story by forms alone', () => {
  test('an offer meets a need, an officer approves, both accept, and a case is there', async () => {
    const [officer, provider, seeker] = await Promise.all([
      console_.signedIn('officer'),
      console_.signedIn('provider'),
      console_.signedIn('seeker'),
    ])
    const need = needContent({ keywords: { technology: words } })
    const api = await system.as('seeker')
    const drafted = await api.post('/v1/needs').send(need).expect(201)
    const needPage = `/profiles/needs/${drafted.body.id}`
    assert.equal((await click(seeker, needPage, 'submit')).status, 303)
    assert.equal((await click(officer, needPage, 'publish')).status, 303)
    await publishOffer(provider, officer, 'Solar drip irrigation for hillside orchards')
    await system.settle()

    const { text: list } = await officer.get('/matches').expect(200)
    const path = list.match(/\/matches\/match_\w+/)![0]
    const { text: page } = await officer.get(path).expect(200)
    assert.match(page, /<mark>[^<]+<sup>1<\/sup><\/mark>/)
    assert.equal((await click(officer, path, 'approve')).status, 303)
    await officer.get(`${path}?done=1`).expect(200, /class="done"/)
    assert.equal((await click(provider, path, 'accept')).status, 303)
    assert.equal((await click(seeker, path, 'accept')).status, 303)
    await system.settle()
    const { text: cases } = await provider.get('/cases').expect(200)
    const casePath = cases.match(/\/cases\/case_\w+/)![0]
    assert.equal((await click(officer, casePath, 'draft-nda')).status, 303)
    await seeker.get(casePath).expect(200, /aria-current="step">\s*Nda|aria-current="step"/)
  })

  test('what a contract refuses is said at its field, and what was written stays', async () => {
    const provider = await console_.signedIn('provider')
    const { 'content.trl': _, ...without } = offerForm('Kept title')
    const { text } = await provider
      .post('/offers')
      .type('form')
      .send({ ...without, 'content.trl': 'seven', 'content.territories': 'XX', 'content.texts.0.summary': '' })
      .expect(422)
    for (const place of ['trl', 'territories', 'texts.en.summary']) {
      assert.ok(text.includes(`href="#content.${place}`), place)
      assert.ok(text.includes(`id="content.${place.replace(/\.0$/, '')}"`), place)
    }
    assert.match(text, /value="Kept title"/)
    assert.match(text, /value="seven"/)
    assert.match(text, /role="alert"/)
  })

  test('a decision on what was changed meanwhile is not made', async () => {
    const [officer, provider] = await Promise.all([console_.signedIn('officer'), console_.signedIn('provider')])
    const page = await publishOffer(provider, officer, 'Another solar pump for terraces')
    const { text } = await officer.get(page).expect(200)
    const [to, hidden] = [...formsOf(text)].find(([action]) => action.endsWith('/withdraw'))!
    const sent = { ...hidden, version: '1', 'withdraw-body.reason': 'Too early' }
    const refused = await officer
      .post(to)
      .type('form')
      .send(sent)
      .expect(412, /Too early/)
    await officer.get(page).expect(200, /Published/)
    const [, renewed] = [...formsOf(refused.text)].find(([action]) => action === to)!
    await officer
      .post(to)
      .type('form')
      .send({ ...sent, ...renewed })
      .expect(303)
    const { headers } = await officer.post(to).type('form').send(sent).expect(303)
    assert.equal(headers.location, `${page}?changed=1`)
  })

  test('a form that is sent twice acts once', async () => {
    const provider = await console_.signedIn('provider')
    const { text } = await provider.get('/offers/new').expect(200)
    const [, hidden] = [...formsOf(text)].find(([to]) => to === '/offers')!
    const send = () =>
      provider
        .post('/offers')
        .type('form')
        .send({ ...hidden, ...offerForm('Sent twice') })
        .expect(303)
    const [one, other] = [await send(), await send()]
    assert.equal(one.headers.location, other.headers.location)
  })

  test('what was written when a session ended is not lost', async () => {
    const provider = await console_.signedIn('provider')
    now += 60 * 60_000
    const { text } = await provider.post('/offers').type('form').send(offerForm('Written for an hour')).expect(401)
    assert.match(text, /Written for an hour/)
    await provider.post('/sign-in').type('form').send({ person: '1' }).expect(303)
    await provider.post('/offers').type('form').send(offerForm('Written for an hour')).expect(303)
  })

  test('each button is an action that the API allows its reader, and none is missing', async () => {
    const browsers = {
      officer: await console_.signedIn('officer'),
      provider: await console_.signedIn('provider'),
      seeker: await console_.signedIn('seeker'),
    }
    let looked = 0
    for (const [who, browser] of Object.entries(browsers) as ['officer' | 'provider' | 'seeker', Browser][]) {
      const api = await system.as(who)
      for (const tag of ['offers', 'needs', 'matches', 'cases']) {
        const { body } = await api.get(`/v1/${tag}?limit=50`).expect(200)
        for (const { id, actions } of body.items) {
          const path = tag === 'offers' || tag === 'needs' ? `/profiles/${tag}/${id}` : `/${tag}/${id}`
          const { text } = await browser.get(path).expect(200)
          const buttons = [...formsOf(text).keys()]
            .filter((to) => to.startsWith(`/${tag}/`))
            .map((to) => to.split('/').at(-1))
          assert.deepEqual(buttons.sort(), actions.filter((one: string) => one !== 'edit').sort(), `${who} ${path}`)
          looked += 1
        }
      }
    }
    assert.ok(looked > 8)
  })
})

describe('hostile texts', () => {
  test('are words on every page that shows them', async () => {
    const [officer, provider] = await Promise.all([console_.signedIn('officer'), console_.signedIn('provider')])
    const api = await system.as('provider')
    const text = { title: hostile, summary: hostile, description: hostile, advantages: hostile }
    const { body } = await api
      .post('/v1/offers')
      .send(offerContent({ originalLanguage: 'en', texts: { en: text } }))
      .expect(201)
    const page = `/profiles/offers/${body.id}`
    for (const [browser, path] of [
      [provider, page],
      [provider, '/offers?status='],
      [provider, `/offers/${body.id}/edit`],
      [officer, page],
      [console_.browser(), `/search?q=${encodeURIComponent(hostile)}`],
      [console_.browser(), `/sign-in?back=${encodeURIComponent(`/${hostile}`)}`],
    ] as [Browser, string][]) {
      const { text: shown } = await browser.get(path).expect(200)
      assert.doesNotMatch(shown, /<script>alert|<img/, path)
    }
    await click(provider, page, 'submit')
    await click(officer, page, 'publish')
    await system.settle()
    const { text: shown } = await console_.browser().get(page).expect(200)
    assert.doesNotMatch(shown, /<script>alert|<img/)
    assert.equal(shown.match(/<script/g)?.length, 1)
    const { text: found } = await console_.browser().get('/search?q=alert').expect(200)
    assert.doesNotMatch(found, /<script>alert|<img/)
  })
})
