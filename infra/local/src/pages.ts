import { consolePages } from '@techbridge/console'
import { docsPages } from '@techbridge/service-gateway/docs-page'
import express, { type Router } from 'express'
import { samplePeople } from './people.ts'

/** The console and the API docs, where the development issuer signs in people of the sample data. `api` says where the API is. */
export const developmentPages = (api: () => string): Router =>
  express.Router().use(consolePages({ api, people: samplePeople }), docsPages())
