const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/**
 * Where the patents of an office take effect under its own number. Sources: the lists of member, extension and validation states of the
 * EPO, EAPO, ARIPO, OAPI and the GCC; the agreements of Cambodia and Laos with CNIPA and IPOS on patents granted there.
 */
const states: Record<string, ReadonlySet<string>> = {
  EP: codes(
    'AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT KH LA LI LT LU LV MA MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TN TR',
  ),
  EA: codes('AM AZ BY KG KZ MD RU TJ TM'),
  AP: codes('BW CV GH GM KE LR LS MU MW MZ NA RW SC SD SL ST SZ TZ UG ZM ZW'),
  OA: codes('BF BJ CF CG CI CM GA GN GQ GW KM ML MR NE SN TD TG'),
  GC: codes('AE BH KW OM QA SA'),
  CN: codes('KH LA'),
  SG: codes('KH LA'),
}

/** Whether a number of `office` may denote a patent in `state`: it is the state's own office, or its patents take effect there. */
export const takesEffectIn = (office: string, state: string): boolean =>
  office === state || (states[office]?.has(state) ?? false)
