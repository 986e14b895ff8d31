import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { embedderConformance } from '../src/conformance.ts'
import { checkModel } from '../src/e5/check.ts'
import { openE5 } from '../src/e5/e5-embedder.ts'
import { convert } from '../src/e5/install.ts'
import { modelFolder, readAbout } from '../src/e5/model-folder.ts'
import { NoModel, openEmbedder } from '../src/index.ts'
import { cosine } from '../src/vectors.ts'

const folder = modelFolder()
const isThere = readAbout(folder) !== undefined

describe('e5-small in a thread', { skip: !isThere && `no model in ${folder}: npm run model brings it` }, () => {
  embedderConformance('the embedder on it', () => openEmbedder({ folder }))

  it('says what the package says that it was made from', async () => assert.ok((await checkModel(folder)) > 0.99))

  it('finds what says the same in another language', async () => {
    const embedder = await openEmbedder({ folder })
    const said = { en: ['solar water purifier for villages', 'durian ripeness meter', 'software for bank tellers'] }
    const others = {
      zh: ['用于农村的太阳能净水器', '榴莲成熟度检测仪', '银行柜员软件'],
      th: ['เครื่องกรองน้ำพลังงานแสงอาทิตย์สำหรับหมู่บ้าน', 'เครื่องวัดความสุกของทุเรียน', 'ซอฟต์แวร์สำหรับพนักงานธนาคาร'],
      vi: [
        'máy lọc nước năng lượng mặt trời cho nông thôn',
        'máy đo độ chín sầu riêng',
        'phần mềm cho giao dịch viên ngân hàng',
      ],
    }
    const english = await embedder.embed(said.en, { kind: 'query', language: 'en' })
    for (const [language, texts] of Object.entries(others)) {
      const vectors = await embedder.embed(texts, { kind: 'query', language })
      for (const [place, vector] of vectors.entries()) {
        const nearness = english.map((one) => cosine(one, vector))
        assert.equal(nearness.indexOf(Math.max(...nearness)), place, `${language} ${place}: ${nearness}`)
      }
    }
    await embedder.close()
  })

  it('keeps no process alive, and takes nothing once it is closed', async () => {
    const embedder = await openE5(folder)
    await embedder.close()
    await assert.rejects(embedder.embed(['one'], 'query'), /closed/)
  })
})

describe('without the model', () => {
  it('says that there is none', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'model-'))
    await assert.rejects(openEmbedder({ folder: empty }), NoModel)
    rmSync(empty, { recursive: true })
  })

  it('takes no other weights than those that were tried', () => {
    assert.throws(() => convert(Buffer.from('E5S1 something else')), /SHA-256/)
  })
})
