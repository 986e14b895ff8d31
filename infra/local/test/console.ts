import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ConsoleOptions, consolePages, type Person } from '@techbridge/console'
import { organisations } from '@techbridge/testkit'
import express from 'express'
import supertest from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'

export const people = [
  { role: 'officer', organisation: organisations.office },
  { role: 'provider', organisation: organisations.university },
  { role: 'seeker', organisation: organisations.cooperative },
] as const satisfies readonly Person[]

/** The console on a port of its own, in front of the API at `api`. */
export const startConsole = async (api: string, given: Partial<ConsoleOptions> = {}) => {
  const app = express().use(consolePages({ api: () => api, people, ...given }))
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections())

  /** A browser: it keeps cookies, and says that its forms come from the page. */
  const browser = (): TestAgent => supertest.agent(url).set('Sec-Fetch-Site', 'same-origin')
  const signedIn = async (role: (typeof people)[number]['role']) => {
    const one = browser()
    const person = people.findIndex((somebody) => somebody.role === role)
    await one.post('/sign-in').type('form').send({ person }).expect(303)
    return one
  }
  return { url, browser, signedIn, close }
}

export type Browser = TestAgent

/** The forms of a page that act, by their paths, with their hidden fields. */
export const formsOf = (page: string): Map<string, Record<string, string>> => {
  const forms = page.matchAll(/<form method="post" action="([^"]+)">([\s\S]*?)<\/form>/g)
  return new Map(
    [...forms].map(([, action = '', inside = '']) => {
      const hidden = inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
      return [action, Object.fromEntries([...hidden].map(([, name, value]) => [name, value]))]
    }),
  )
}

/** Sends one of the forms of a page, as a click on its button would. */
export const click = async (
  browser: Browser,
  path: string,
  action: string,
  written: Record<string, string | string[]> = {},
) => {
  const { text } = await browser.get(path).expect(200)
  const form = [...formsOf(text)].find(([to]) => to.endsWith(`/${action}`))
  if (!form) throw new Error(`${path} has no form for ${action}, but ${[...formsOf(text).keys()].join(', ')}`)
  return browser
    .post(form[0])
    .type('form')
    .send({ ...form[1], ...written })
}
