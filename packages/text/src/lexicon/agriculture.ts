import { table } from './table.ts'

export const agriculture = table(`
agriculture | en agriculture, agricultural, farming | zh 农业 | th เกษตรกรรม, การเกษตร, เกษตร | vi nông nghiệp | lo ກະສິກຳ | km កសិកម្ម | my စိုက်ပျိုးရေး, လယ်ယာစိုက်ပျိုးရေး | id pertanian
`)
