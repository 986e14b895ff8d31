/** An offer as a provider sends it: for the API docs. */
export const offerExample = {
  type: 'TO',
  originalLanguage: 'zh',
  texts: {
    zh: {
      title: '基于近红外光谱的榴莲成熟度无损检测',
      summary: '手持式近红外光谱仪三秒判断榴莲成熟度，无需切开果实。',
      description:
        '采用近红外光谱对榴莲干物质含量进行无损检测，准确率96%，适用于果园采收与包装厂分选，可与冷链预冷衔接。',
    },
  },
  keywords: { market: ['榴莲出口'], technology: ['近红外光谱', '无损检测'] },
  sector: 'A',
  ipc: ['G01N21/359'],
  sdgs: [2, 12],
  dealTypes: ['nonExclusiveLicence'],
  territories: ['TH', 'VN'],
  trl: 7,
  stage: 'availableForDemonstration',
  ip: { status: 'secretKnowHow' },
  claims: [{ metric: '准确率', value: 96, unit: '%', conditions: '1200个果实' }],
  price: { min: 200_000_00, max: 500_000_00, currency: 'CNY' },
}
