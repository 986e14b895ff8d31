import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { detectLanguage } from '../src/index.ts'

test('short texts', () => {
  const texts: Record<string, string> = {
    en: 'Solar pumps for the farmers of the dry zone',
    zh: '适合山区小农户的太阳能水泵',
    th: 'ปั๊มน้ำพลังงานแสงอาทิตย์สำหรับเกษตรกร',
    vi: 'Máy bơm năng lượng mặt trời cho nông dân',
    lo: 'ຈັກສູບນ້ຳພະລັງງານແສງຕາເວັນ',
    km: 'ម៉ាស៊ីនបូមទឹកដើរដោយថាមពលព្រះអាទិត្យ',
    my: 'နေရောင်ခြည်စွမ်းအင်သုံး ရေတင်စက်',
    id: 'Pompa air tenaga surya untuk petani di daerah yang kering',
  }
  for (const [language, text] of Object.entries(texts)) assert.equal(detectLanguage(text), language)
})

test('names in Latin letters do not make a text English', () => {
  assert.equal(detectLanguage('LiFePO4电池，200 kW，MPPT逆变器'), 'zh')
  assert.equal(detectLanguage('เครื่องตรวจ G6PD และ NS1'), 'th')
})

test('neighbours in the same letters are told apart or left open', () => {
  assert.equal(detectLanguage('水をきれいにする装置'), 'ja')
  assert.equal(detectLanguage('물을 정화하는 장치'), 'ko')
  for (const text of ['', ' \n', '12.5 %', 'LiFePO4', '👩‍🔬', 'Насос для воды'])
    assert.equal(detectLanguage(text), 'und')
})

const ntrex = new URL('../../../../shared/data/ntrex/', import.meta.url)
const files = {
  en: 'src.eng',
  zh: 'ref.zho-CN',
  th: 'ref.tha',
  vi: 'ref.vie',
  lo: 'ref.lao',
  km: 'ref.khm',
  my: 'ref.mya',
  id: 'ref.ind',
}
const skip = !existsSync(ntrex) && 'the NTREX translations are not beside the repository'

for (const [language, file] of Object.entries(files)) {
  test(`at least 97 of 100 news sentences in ${language} are recognised`, { skip }, (t) => {
    const lines = readFileSync(new URL(`newstest2019-${file}.txt`, ntrex), 'utf8')
      .trim()
      .split('\n')
    const share = lines.filter((line) => detectLanguage(line) === language).length / lines.length
    t.diagnostic(`${language}: ${share.toFixed(4)} of ${lines.length}`)
    assert.ok(share >= 0.97, `${share}`)
  })
}
