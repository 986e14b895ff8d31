/** Word's style sheet, settings and field codes where they were pasted as text. */
export const stripOfficeText = (text: string): string => {
  let rest = text
  if (/mso-|behavior:\s*url/i.test(rest))
    rest = rest.replaceAll(
      /(?:\/\*[^*/\n]{0,100}\*\/\s{0,20})?[^{}\n]{0,200}\{[^{}]*(?:mso-|behavior:\s*url)[^{}]*\}/gi,
      '',
    )
  if (/X-NONE|MicrosoftInternetExplorer/.test(rest))
    rest = rest
      .replaceAll(
        /\bNormal\s{1,20}0\s{1,20}(?:\d+\s{1,20})?(?:(?:false|true)\s{1,20}){1,5}[A-Z]{2}(?:-[A-Z]+)?(?:\s{1,20}(?:X-NONE|[A-Z]{2}-[A-Z]{2}))+/g,
        '',
      )
      .replaceAll(/\bMicrosoftInternetExplorer\d\b/g, '')
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
      .replaceAll(/\bADDIN\s{1,5}(?:EN\.CITE|ZOTERO_ITEM|CSL_CITATION|Mendeley)[^\n{}]*/g, '')
      .replaceAll(/Error! (?:Reference source|Bookmark) not (?:found|defined)\./g, '')
  return rest
}

const fieldName =
  /HYPERLINK|PAGEREF|INCLUDEPICTURE|ADDIN|Error!|\{\s{0,5}(?:REF|PAGE|SEQ|TOC|MERGEFIELD|EMBED|CITATION|NUMPAGES|NOTEREF)\b/
