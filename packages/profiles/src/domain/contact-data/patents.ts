import { isPatentNumber, type OfferContent, withPlainDigits } from '@techbridge/contracts'
import type { ProfileContent } from '../profile.ts'
import { anyOf, pattern } from './pattern.ts'

/** Two letters of an office and digits, as far as one number may reach. */
const candidate =
  /(?<![\p{Script=Latin}\p{N}])(?:PCT\/?)?[A-Z]{2}[\s./-]?\d[\d\s.,/-]{4,18}[\dX](?:\s?[A-Z]\d?(?![\p{L}\p{N}]))?/giu

/** Words for a patent or an application, behind which a number needs no office. */
const behindWord = pattern([
  `${anyOf('patent(?:s|e|en)? pat\\. 专利 專利 特許 特願 特開 特表 实用新型 申请 申請 公开 公開 公告 授权 授權 出願 특허 출원 등록 สิทธิบัตร อนุสิทธิบัตร คำขอ sáng_chế giải_pháp_hữu_ích đơn paten permohonan ສິດທິບັດ ប៉ាតង់ တီထွင်မှု')}${anyOf('\\s nos?(?!\\p{L}) number nr\\. 号 號 号码 第 제 เลขที่ số nomor nomer ເລກທີ លេខ အမှတ် [:.#(]')}*(?<piece>[A-Z]{0,3}\\d[\\dA-Z]*(?:[.,/-][\\dA-Z]+)*)(?!\\p{N})`,
])

/** Years and amounts stand behind those words too. */
const isYears = (piece: string) => /^(?:19|20|25)\d{2}(?:[-/](?:19|20|25)?\d{2})?$/.test(piece)

const namedByWord = (text: string) =>
  [...text.matchAll(behindWord)].flatMap(({ 0: all, index, groups }) => {
    const piece = groups?.piece ?? ''
    return piece.replaceAll(/\D/g, '').length < 5 || isYears(piece)
      ? []
      : [{ piece, index: index + all.length - piece.length }]
  })

/** Fewer digits may be any number. */
const fewest = 6

/** The digits of the patents that the offer lists. */
const listed = (content: ProfileContent): string[] =>
  'ip' in content
    ? (content.ip as OfferContent['ip']).patents
        .map(({ number }) => withPlainDigits(number).replaceAll(/\D/g, ''))
        .filter(({ length }) => length >= fewest)
    : []

/** The digits one by one, whatever separates them. */
const separated = (digits: string) => new RegExp(`(?<!\\p{N})${[...digits].join('[\\s.,/-]?')}(?!\\p{N})`, 'gu')

/** Numbers of patents: those that are listed in any form, and whatever is one with its office or a word for patents. */
export const patentsIn = (text: string, content: ProfileContent): { piece: string; index: number }[] => {
  const named = [...text.matchAll(candidate)].filter(({ 0: piece }) => isPatentNumber(piece))
  const own = listed(content).flatMap((digits) => [...text.matchAll(separated(digits))])
  return [...[...named, ...own].map(({ 0: piece, index }) => ({ piece, index })), ...namedByWord(text)]
}
