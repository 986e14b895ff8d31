import { type Client, createClient } from '@techbridge/client'
import { identityApi, type Organisation, type Role } from '@techbridge/contracts'

/** The office whose officers review the sample data. */
export const transferOffice: Organisation = {
  id: 'lancang-mekong-transfer-office',
  name: 'Lancang–Mekong Technology Transfer Office',
  country: 'CN',
  kind: 'agency',
}

/** A client that is signed in with a development token. */
export const signIn = async (url: string, role: Role, organisation: Organisation): Promise<Client> => {
  const { body } = await createClient(url).call(identityApi.issueToken, { body: { role, organisation } })
  return createClient(url, body.access_token)
}
