import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toPlainText } from '../src/index.ts'

/** What people paste, by language, and what they meant. */
const pastes: Record<string, [given: string, plain: string]> = {
  en: [
    '<p class="MsoNormal"><span lang="EN-US">Up to 10<sup>6</sup>&nbsp;CFU/ml, p&lt;0.05<o:p></o:p></span></p>',
    'Up to 10⁶ CFU/ml, p<0.05',
  ],
  zh: [
    '<p><strong>节水灌溉</strong>：CO<sub>2</sub> 减排 &ge;18%</p><p>适用于干旱地区。</p>',
    '节水灌溉：CO₂ 减排 ≥18%\n\n适用于干旱地区。',
  ],
  th: ['<ul><li>ประหยัด\u200bน้ำ 30&#37;</li><li>ต้นทุนต่ำ</li></ul>', '- ประหยัด\u200bน้ำ 30%\n- ต้นทุนต่ำ'],
  vi: ['**Hệ thống tưới** nhỏ giọt\u200b, [xem thêm](https://example.vn/a)', 'Hệ thống tưới nhỏ giọt, xem thêm'],
  lo: ['<div>ລະບົບ\u200bຊົນລະປະທານ</div><div>ປະຢັດ&nbsp;ນ້ຳ</div>', 'ລະບົບ\u200bຊົນລະປະທານ\nປະຢັດ ນ້ຳ'],
  km: ['<b>ប្រព័ន្ធ\u200bស្រោចស្រព</b><br>សន្សំ\u200bទឹក', 'ប្រព័ន្ធ\u200bស្រោចស្រព\nសន្សំ\u200bទឹក'],
  my: ['<i>ရေသွင်း\u200bစနစ်</i>\ufeff မြန်မာ\u200c', 'ရေသွင်း\u200bစနစ် မြန်မာ\u200c'],
  id: [
    '&lt;p&gt;Pompa air ber-\nbahan bakar surya &amp;amp; angin, kupu-\nkupu&lt;/p&gt;',
    'Pompa air berbahan bakar surya & angin, kupu-kupu',
  ],
  ru: ['Фото-\nэлектрические модули, КПД\u00a0&gt;\u00a020&nbsp;%', 'Фотоэлектрические модули, КПД > 20 %'],
  de: [
    'Wärme\u00ad\npumpen für Ein-\nund Mehrfamilienhäuser, eﬃzient',
    'Wärmepumpen für Ein- und Mehrfamilienhäuser, effizient',
  ],
  ko: ['<p>스마트 <font color="red">온실</font></p>\n<p>에너지 절감</p>', '스마트 온실\n\n에너지 절감'],
  ja: ['<ol><li>太陽光<br>発電</li><li>CO<sub>2</sub>削減</li></ol>', '1. 太陽光\n発電\n2. CO₂削減'],
  hi: ['<p>क्\u200dष ड्रिप सिंचाई</p>', 'क्\u200dष ड्रिप सिंचाई'],
  ar: ['<p dir="rtl">نظام ري\u200f (10%)</p>', 'نظام ري\u200f (10%)'],
  emoji: ['<b>👩\u200d🔬</b> 🏴\u{e0067}\u{e0062}\u{e007f} A\u200dB', '👩\u200d🔬 🏴\u{e0067}\u{e0062}\u{e007f} AB'],
}

describe('what people paste', () => {
  for (const [language, [given, plain]] of Object.entries(pastes)) {
    it(`is plain text: ${language}`, () => assert.equal(toPlainText(given), plain))
  }

  it('stays as it is when it is plain', () => {
    for (const [, plain] of Object.values(pastes)) assert.equal(toPlainText(plain), plain)
  })
})
