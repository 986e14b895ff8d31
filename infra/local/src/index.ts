export { transferOffice } from './accounts.ts'
export { loadSample, settled } from './load-sample.ts'
export { services } from './services.ts'
export { welcome } from './welcome.ts'
