import type { Organisation } from '@techbridge/contracts'

/** The office whose officers review the sample data. */
export const transferOffice: Organisation = {
  id: 'lancang-mekong-transfer-office',
  name: 'Lancang–Mekong Technology Transfer Office',
  country: 'CN',
  kind: 'agency',
}
