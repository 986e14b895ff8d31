/** Words in -ise that are spelt so on both sides. */
const iseOnBothSides =
  /^(?:un|dis|re|micro|over|super|immuno)*(?:ris|aris|sunris|wis|likewis|otherwis|clockwis|vis|advis|advertis|compris|compromis|concis|cruis|bruis|demis|devis|disguis|enterpris|excis|exercis|expertis|franchis|improvis|incis|circumcis|merchandis|nois|pois|prais|rais|apprais|precis|premis|promis|revis|paradis|supervis|televis|surmis|surpris|treatis|turquois|tortois|porpois|chemis|despis|pris|appris|chastis|anis|mortis)(?:e|ed|es|er|ers|ing|ings|ingly|able)?$/

const our =
  /(arb|ard|arm|behavi|cand|clam|(?<![a-z])col|(?<=dis|tri|water|techni|multi)col|demean|endeav|enam|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig)our/

/** `[pattern, replacement]`, each a difference of spelling only. */
const rules: [RegExp, string][] = [
  [our, '$1or'],
  [/^practis/, 'practic'],
  [/(?<=.{3})is(e|ed|es|er|ers|ing|ingly|able|ation|ations|ational)$/, 'iz$1'],
  [/(?<=anal|paral|catal|hydrol|electrol|dial|pyrol|thermol|breathal)ys(e|ed|er|ers|ing)$/, 'yz$1'],
  [
    /(?<=^(?:cent|epicent|theat|spect|sab|sepulch|och|mit|nit|salt?pet|meag|lust|scept|lit|millilit|.*met|fib|microfib|nanofib|calib|tit|louv|somb|goit))re(?=s$|d$|$|glass|board)/,
    'er',
  ],
  [/(?<=(?:cata|dia|ana|pro|mono|homo)l)ogue(?=s?$)/, 'og'],
  [/(?<=cata)logu(?=ed$|ing$)/, 'log'],
  [/^(kilo|milli|micro)?gramme(s?)$/, '$1gram$2'],
  [/^programme(s?)$/, 'program$1'],
  [/^(def|off|pret|lic)ence(?=s?$|d$|less$)/, '$1ense'],
  [/anae(?=m|sth|rob)/, 'ane'],
  [/haem/, 'hem'],
  [/(?<=[a-z])aem(?=i)/, 'em'],
  [/paed(?=i|o)/, 'ped'],
  [/^caes(?=i)/, 'ces'],
  [/^oe(?=st|d|so)/, 'e'],
  [/foet/, 'fet'],
  [/rrhoea/, 'rrhea'],
  [/homoeo/, 'homeo'],
  [/^aet(?=iol)/, 'et'],
  [/(?<=gyn)aec/, 'ec'],
  [/(?<=arch|p?al)aeo/, 'eo'],
  [/(?<=medi|prim)aeval/, 'eval'],
  [/^faec/, 'fec'],
  [/manoeuvr(e?)(?=ab)/, 'maneuver'],
  [/manoeuvre?/, 'maneuver'],
  [/sulph/, 'sulf'],
  [/aluminium/, 'aluminum'],
  [/aeroplane/, 'airplane'],
  [/mould(?!warp)/, 'mold'],
  [/plough/, 'plow'],
  [/^grey/, 'gray'],
  [/^tyre(?=s?$)/, 'tire'],
  [/draught/, 'draft'],
  [/^sceptic/, 'skeptic'],
  [/^artefact/, 'artifact'],
  [/^ageing$/, 'aging'],
  [/^(fulfil|enrol|instal|distil)(?=s?$|ment)/, '$1l'],
  [/^woollen/, 'woolen'],
  [/^yogh(?:o?)urt/, 'yogurt'],
  [/^jewellery$/, 'jewelry'],
  [/^moult/, 'molt'],
  [/^syphon/, 'siphon'],
  [/^cosy$/, 'cozy'],
  [/^calliper/, 'caliper'],
]

const british =
  /our|is(?:e|ed|es|er|ers|ing|ingly|able|ation|ations|ational)$|ys(?:e|ed|er|ers|ing)$|re|ogu|gramme|ence|practis|ae|oe|aluminium|ph|ou|ugh|grey|tyre|sceptic|artefact|ageing|l(?:s|ment)?$|woollen|jewel|syphon|cosy|calliper/

/**
 * The American spelling of an English word in lower case, by rules for what differs regularly: `colour`, `fibre`, `optimisation`, `haemoglobin`,
 * `sulphur`. Doubled consonants (`labelled`) are the stemmer's. Rules after VarCon (Kevin Atkinson, wordlist.aspell.net/varcon), of which all
 * words of technology in use were tried.
 */
export const american = (word: string): string =>
  british.test(word) && !iseOnBothSides.test(word)
    ? rules.reduce((left, [from, by]) => left.replace(from, by), word)
    : word
