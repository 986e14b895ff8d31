import { identityApi, type Organisation, type Role } from '@techbridge/contracts'
import { type Client, createClient } from './client.ts'

/** A token of the development issuer, for someone of the role in the organisation. Throws as the client does: 404 where none is issued. */
export const developmentToken = async (url: string, role: Role, organisation: Organisation): Promise<string> => {
  const { body } = await createClient(url).call(identityApi.issueToken, { body: { role, organisation } })
  return body.access_token
}

/** A client that is signed in with a development token. */
export const signIn = async (url: string, role: Role, organisation: Organisation): Promise<Client> =>
  createClient(url, await developmentToken(url, role, organisation))
