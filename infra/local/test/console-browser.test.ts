import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { createClient } from '@techbridge/client'
import { type Running, startService } from '@techbridge/testkit'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { importSample } from '../src/load-sample.ts'
import { samplePeople } from '../src/people.ts'
import { services } from '../src/services.ts'
import { startConsole } from './console.ts'

const executablePath = '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : `no ${executablePath}: npm run install-browser brings it`
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync']

/** CONSOLE_TESTS=whole takes every language at every width. */
const sampled = [
  ['en', 1280],
  ['zh', 320],
  ['lo', 320],
  ['my', 768],
] as const
const all = ['en', 'zh', 'th', 'vi', 'lo', 'km', 'my', 'id'].flatMap((language) =>
  [320, 768, 1280].map((width) => [language, width] as const),
)

const officer = samplePeople.findIndex(({ role }) => role === 'officer')
const provider = samplePeople.findIndex(({ role }) => role === 'provider')

describe('the console in a browser', { skip }, () => {
  let system: Running
  let console_: Awaited<ReturnType<typeof startConsole>>
  let browser: Browser
  before(async () => {
    system = await startService(services)
    await importSample(createClient(system.url, await system.token('officer')))
    await system.settle()
    console_ = await startConsole(system.url, { people: samplePeople })
    browser = await chromium.launch({ executablePath, args })
  })
  after(async () => {
    await browser?.close()
    await console_?.close()
    await system?.close()
  })

  const signIn = async (page: Page, person: number) => {
    await page.goto(`${console_.url}/sign-in`)
    await page.click(`button[name=person][value="${person}"]`)
    await page.waitForURL('**/matches')
  }

  /** Every kind of page, for those who see it. */
  async function* pages(page: Page): AsyncGenerator<string> {
    const go = async (path: string) => {
      await page.goto(console_.url + path)
      return path
    }
    yield await go('/')
    yield await go('/search?q=durian')
    yield await go('/sign-in')
    yield await go('/nothing')
    await signIn(page, officer)
    yield '/matches'
    await page.click('ul.rows a')
    yield 'a match'
    for (const one of await page.locator('details').all()) await one.evaluate('(one) => { one.open = true }')
    yield 'a match with its forms open'
    yield await go('/offers?status=published')
    await page.click('ul.rows a')
    yield 'an offer, for an officer'
    await signIn(page, provider)
    yield await go('/offers')
    yield await go('/offers/new')
    yield await go('/cases')
  }

  const look = async (context: BrowserContext, name: string) => {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on(
      'console',
      (said) => said.type() === 'error' && !said.text().includes('404') && complaints.push(said.text()),
    )
    for await (const path of pages(page)) {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
        `${name} ${path}`,
      )
      const sideways = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      assert.equal(sideways, 0, `${name} ${path} scrolls sideways`)
    }
    assert.deepEqual(complaints, [], name)
  }

  for (const [locale, width] of process.env.CONSOLE_TESTS === 'whole' ? all : sampled)
    test(`${locale} at ${width} pixels is accessible and fits`, async () => {
      const context = await browser.newContext({ locale, viewport: { width, height: 900 }, bypassCSP: true })
      await look(context, `${locale} ${width}`)
      await context.close()
    })

  test('an officer approves the best match within six clicks, without JavaScript and by keyboard', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (said) => complaints.push(said.text()))
    await signIn(page, officer)
    await page.click('ul.rows a')
    await page.locator('button', { hasText: /^Approve$/ }).press('Enter')
    await page.waitForSelector('.done')
    assert.match((await page.textContent('main .tag')) ?? '', /Approved/)
    assert.deepEqual(complaints, [], 'the policy of the page refuses nothing that it needs')
    await context.close()
  })

  test('the first key goes to the content', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(console_.url)
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.className'), 'skip')
    await context.close()
  })
})
