import { type Client, createClient, developmentToken, ProblemResponse } from '@techbridge/client'
import type { Organisation, Role } from '@techbridge/contracts'
import type { Command } from 'commander'
import { Failure } from './failure.ts'

export interface Connection {
  url: string
  token?: string
}

/** The organisation that development tokens of officers and admins speak for. */
const office: Organisation = { id: 'transfer-office', name: 'Transfer Office', country: 'CN', kind: 'agency' }

export const connectionOf = (command: Command): Connection => {
  const { url, token } = command.optsWithGlobals<Connection>()
  return { url, token }
}

/** A client for the caller that the token names; without a token, for a development user of the role. */
export const signIn = async ({ url, token }: Connection, role: Role, organisation = office): Promise<Client> =>
  createClient(url, token ?? (await tokenFor(url, role, organisation)))

/** A client that is signed in only when a token was given. */
export const visit = ({ url, token }: Connection): Client => createClient(url, token)

/** A development token, or an error that says what to do without one. */
const tokenFor = async (url: string, role: Role, organisation: Organisation): Promise<string> => {
  try {
    return await developmentToken(url, role, organisation)
  } catch (error) {
    if (!(error instanceof ProblemResponse) || error.status !== 404) throw error
    throw new Failure(
      `${url} issues no development tokens. Give the token of ${aOrAn(role)} with --token or TECHBRIDGE_TOKEN.`,
    )
  }
}

const aOrAn = (role: Role) => (role === 'officer' || role === 'admin' ? `an ${role}` : `a ${role}`)
