/** Word's style sheet, settings and field codes where they were pasted as text. */
export const stripOfficeText = (text: string): string => {
  let rest = text
  if (ofWordStyle.test(rest)) rest = withoutStyleRules(rest)
  if (/X-NONE|MicrosoftInternetExplorer/.test(rest))
    rest = rest
      .replaceAll(
        /\bNormal\s{1,20}0\s{1,20}(?:\d+\s{1,20})?(?:(?:false|true)\s{1,20}){1,5}[A-Z]{2}(?:-[A-Z]+)?(?:\s{1,20}(?:X-NONE|[A-Z]{2}-[A-Z]{2}))+/g,
        '',
      )
      .replaceAll(/\bMicrosoftInternetExplorer\d\b/g, '')
  if (/_x00/i.test(rest)) rest = rest.replaceAll(/_x000[ad]_\n?/gi, '\n')
  if (fieldName.test(rest))
    rest = rest
      .replaceAll(
        /\{\s{0,5}(?:HYPERLINK|PAGEREF|NOTEREF|REF|PAGE|SEQ|TOC|MERGEFIELD|EMBED|ADDIN|INCLUDEPICTURE|CITATION|NUMPAGES)\b[^{}]*\}/g,
        '',
      )
      .replaceAll(
        /\b(?:HYPERLINK|INCLUDEPICTURE)\s{1,5}(?:\\[a-z]\s{1,5})?["“][^"”\n]*["”](?:\s{1,5}\\[a-z](?:\s{1,5}["“][^"”\n]*["”])?){0,5} ?/g,
        '',
      )
      .replaceAll(/\bPAGEREF\s{1,5}_\w+(?:\s{1,5}\\[a-z])*[ \t]?/g, '')
      .replaceAll(/\b(?:SEQ\s{1,5}\w{1,40}|REF\s{1,5}_?\w{1,40})(?:\s{1,5}\\(?:\*\s{0,5}[A-Za-z]+|[a-z]))+[ \t]?/g, '')
      .replaceAll(/\bTOC(?:\s{1,5}\\[a-z](?:\s{1,5}["“][^"”\n]{0,40}["”])?){1,8}[ \t]?/g, '')
      .replaceAll(/\s?\\\*\s{0,5}MERGEFORMAT\b/g, '')
      .replaceAll(/\bFORM(?:TEXT|CHECKBOX|DROPDOWN)\b[ \t]?/g, '')
      .replaceAll(/\bEMBED\s{1,5}(?:Equation|Word|Excel|PowerPoint|Visio|Package|PBrush|MathType)[\w.]*[ \t]?/g, '')
      .replaceAll(/\bADDIN\s{1,5}(?:EN\.CITE|ZOTERO_ITEM|CSL_CITATION|Mendeley)[^\n{}]*/g, '')
      .replaceAll(/Error! (?:Reference source|Bookmark) not (?:found|defined)\./g, '')
  return rest.includes('_') ? rest.replaceAll(/\b_(?:Toc|Ref)\d{5,}\b[ \t]?/g, '') : rest
}

const fieldName =
  /HYPERLINK|PAGEREF|INCLUDEPICTURE|ADDIN|MERGEFORMAT|FORM(?:TEXT|CHECKBOX|DROPDOWN)|EMBED |TOC \\|(?:SEQ|REF) {1,5}\w{1,40} {1,5}\\|Error!|\{\s{0,5}(?:REF|PAGE|SEQ|TOC|MERGEFIELD|EMBED|CITATION|NUMPAGES|NOTEREF)\b/

const ofWordStyle = /mso-|behavior:\s*url|\bMso[A-Z]|\bWordSection\d/i
const longestSelector = 200

/** Without the rules that only Word writes, their selectors and the comment before them. Looks at each pair of braces once. */
const withoutStyleRules = (text: string): string => {
  let kept = ''
  let from = 0
  for (const { 0: rule, index } of text.matchAll(/\{[^{}]*\}/g)) {
    const near = text.slice(Math.max(from, index - longestSelector), index)
    const selector = near.slice(Math.max(...['{', '}', '\n'].map((one) => near.lastIndexOf(one) + 1)))
    if (!ofWordStyle.test(selector + rule)) continue
    kept += text.slice(from, index - selector.length).replace(/\/\*[^*/\n]{0,100}\*\/\s{0,20}$/, '')
    from = index + rule.length
  }
  return kept + text.slice(from)
}
