import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { domainEvents, domainName, ror, rorCheckDigits, writtenOrganisation } from '@techbridge/contracts'
import { system } from '@techbridge/domain'
import { given, history } from '@techbridge/testkit'
import fc from 'fast-check'
import { type ClaimCommand, claimLife } from '../src/domain/claim.ts'
import { unusable } from '../src/usecases/usable-domains.ts'
import { profile } from './organisation-life.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const six = fc
  .array(fc.constantFrom(...alphabet), { minLength: 6, maxLength: 6 })
  .map((digits) => `0${digits.join('')}`)
const takesRor = (given: string) => writtenOrganisation.safeParse({ ...profile, ror: given }).success

describe('a ROR id', () => {
  test('of the registry is taken, in any form of its address', () => {
    for (const known of ['05dxps055', '042nb2s44', '02mhbdp94', '013meh722', '03yrm5c26', '00f54p054', '01an7q238'])
      for (const form of [known, known.toUpperCase(), `https://ror.org/${known}`, `ror.org/${known}`]) {
        assert.ok(takesRor(form), form)
        assert.equal(ror.parse(form), `https://ror.org/${known}`)
      }
  })

  test('has two check digits, of which ISO 7064 (mod 97-10) finds every single and swapped character', () => {
    fc.assert(
      fc.property(six, fc.nat(5), fc.constantFrom(...alphabet), (digits, place, other) => {
        const check = rorCheckDigits(digits)
        assert.match(check, /^\d\d$/)
        assert.ok(takesRor(digits + check))
        const at = place + 1
        const changed = digits.slice(0, at) + other + digits.slice(at + 1)
        const swapped = digits.slice(0, at) + (digits[at + 1] ?? '') + digits[at] + digits.slice(at + 2)
        for (const wrong of [changed, swapped]) if (wrong !== digits) assert.ok(!takesRor(wrong + check), wrong)
      }),
    )
  })

  test('of another form is refused', () => {
    for (const wrong of ['', '05dxps05', '05dxps05x', '15dxps055', '05dxpi055', 'https://example.org/05dxps055'])
      assert.ok(!takesRor(wrong), wrong)
  })
})

describe('a domain', () => {
  test('is read as DNS has it', () => {
    const forms = {
      'Dianchi.EDU.cn': 'dianchi.edu.cn',
      'ไทย.ไทย.': 'xn--o3cw4h.xn--o3cw4h',
      ' mfu.ac.th ': 'mfu.ac.th',
    }
    for (const [written, canonical] of Object.entries(forms)) assert.equal(domainName.parse(written), canonical)
    for (const wrong of [
      '',
      'localhost',
      'https://a.cn',
      'a.cn/x',
      'a b.cn',
      'me@a.cn',
      '10.0.0.1',
      '1.2',
      'a..cn',
      '-a.cn',
      '[::1]',
      'a.cn:53',
    ])
      assert.ok(!domainName.safeParse(wrong).success, wrong)
  })

  test('stays what it is when it is read again, whatever was given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.domain()), (any) => {
        const { data } = domainName.safeParse(any)
        if (data !== undefined) assert.equal(domainName.parse(data), data)
      }),
    )
  })

  test('that many share proves nobody', () => {
    const why = {
      'ac.th': 'public-suffix',
      'edu.cn': 'public-suffix',
      'github.io': 'public-suffix',
      'gmail.com': 'public-mail',
      'mail.qq.com': 'public-mail',
      '163.com': 'public-mail',
      '139.com': 'public-mail',
    }
    for (const [domain, reason] of Object.entries(why)) assert.equal(unusable(domain), reason, domain)
    for (const domain of ['dianchi.edu.cn', 'agri.dianchi.edu.cn', 'nus.edu.sg', 'mfu.ac.th', 'huawei.com'])
      assert.equal(unusable(domain), undefined, domain)
  })
})

describe('the claim to a domain', () => {
  const at = '2026-11-24T08:00:00.000Z'
  const id = 'domain_0123456789abcdef01234567'
  const by = system('directory')
  const claim = (organisation: string, until = '2027-11-24T08:00:00.000Z'): ClaimCommand => ({
    type: 'claim',
    id,
    domain: 'dianchi.edu.cn',
    organisation,
    until,
    at,
    by,
  })
  const release = (organisation: string): ClaimCommand => ({ type: 'release', organisation, at, by })

  test('is of one organisation at a time', () => {
    given(claimLife)
      .when(claim('one'))
      .thenHappens([domainEvents.claimed, { organisation: 'one' }])
    const held = history(claimLife, claim('one'))
    given(claimLife, ...held)
      .when(claim('two'))
      .thenNothingHappens()
    given(claimLife, ...held)
      .when(release('two'))
      .thenNothingHappens()
    given(claimLife, ...held)
      .when(claim('one'))
      .thenNothingHappens()
    given(claimLife, ...held)
      .when(claim('one', '2028-01-01T00:00:00.000Z'))
      .thenHappens(domainEvents.claimed)
    const after = given(claimLife, ...history(claimLife, claim('one'), release('one'))).when(claim('two'))
    assert.equal(after.thenHappens(domainEvents.claimed)?.organisation, 'two')
  })

  test('ends with its evidence', () => {
    const held = history(claimLife, claim('one'))
    const end: ClaimCommand = { type: 'deadline', at: '2027-11-24T08:00:00.000Z', by }
    assert.equal(
      given(claimLife, ...held)
        .when(end)
        .thenHappens(domainEvents.released)?.status,
      'free',
    )
  })
})
