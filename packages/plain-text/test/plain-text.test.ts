import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toPlainLine, toPlainText } from '../src/index.ts'

const becomes = (cases: Record<string, string>) => {
  for (const [given, plain] of Object.entries(cases)) assert.equal(toPlainText(given), plain, JSON.stringify(given))
}
const survive = (...texts: string[]) => becomes(Object.fromEntries(texts.map((text) => [text, text])))

describe('HTML', () => {
  it('goes, with attributes, comments, scripts and styles', () =>
    becomes({
      '<p class="a>b" style=\'x\'>Solar <b>pump</b></p>': 'Solar pump',
      '<P ALIGN=center>Solar</P>': 'Solar',
      'a<!-- <b>no</b> -->b': 'ab',
      '<style>p{color:red}</style>Solar<script type="x">alert("<b>")</script>': 'Solar',
      '<!DOCTYPE html><html><head><title>T</title></head><body>Solar</body></html>': 'Solar',
      '<img src="data:image/png;base64,AAAA" alt="Pump &amp; valve">': 'Pump & valve',
      '<a href="https://example.org/a">label</a>': 'label',
      'cut off <a href="https://exam': 'cut off',
      '<a href="x>broken quotes</a>': 'broken quotes',
      '<img src=x/alt="y">Solar': 'Solar',
      '<a href=https://example.org/a/b/ target=_blank>label</a>': 'label',
      '<br class=x/>Solar': 'Solar',
      'unclosed <strong>bold': 'unclosed bold',
      'cut off<p>here</p': 'cut off\n\nhere',
      '<b>ສະບາຍດີ</b': 'ສະບາຍດີ',
      '&amp;amp;lt;script&amp;amp;gt;x': 'x',
      '<scr<script>ipt>Solar</scr</script>ipt>': '',
      'Solar <svg> <style> <iframe> pump': 'Solar    pump',
      '漢<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>': '漢字(じ)',
    }))

  it('leaves what is no markup', () =>
    survive(
      'x < 5 and y > 3',
      'a<b and c>d',
      'a<b, c>d',
      'if (a<b && c>d)',
      'p<0.05',
      '<5 mm',
      'AT&T, R&D, &c, ?a=1&copy=2',
      'C++ vector<int>, List<A>, Map<String, Object>, List<Object>',
      'send <data> to <output>',
      'me <someone@example.org>',
      'I <3 rice',
      '∂u/∂t = α∇²u',
    ))

  it('reads entities, also those escaped several times', () =>
    becomes({
      'x &lt; 5 &#38; y &#x3e; 3': 'x < 5 & y > 3',
      'caf&eacute;&nbsp;&mdash; 35&deg;C': 'café — 35°C',
      '&lt;b&gt;bold&lt;/b&gt;': 'bold',
      '&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt;': 'bold',
      '&amp;amp;amp;lt;i&amp;amp;amp;gt;E. coli&amp;amp;amp;lt;/i&amp;amp;amp;gt;': 'E. coli',
      'Johnson &amp; Johnson': 'Johnson & Johnson',
      '<<b>b>hidden</b>': 'hidden',
    }))

  it('keeps lists, paragraphs and tables readable', () =>
    becomes({
      '<ul>\n<li>one</li>\n<li><p>two</p></li>\n</ul>': '- one\n- two',
      '<ol><li>one<li>two</ol>': '1. one\n2. two',
      '<p>one\nline</p>\n<p>two<br>three</p>': 'one line\n\ntwo\nthree',
      'one<br/>two<br><br>three': 'one\ntwo\n\nthree',
      '<div>one</div><div>two</div>': 'one\ntwo',
      '<tr><td>x<sup>2</sup><td>y<sub></sub><td>z</tr>': 'x² | y | z',
      '<table><tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td>2</td></tr></table>': 'A | B\n1 | 2',
      'one\ntwo <i>three</i>\nfour': 'one\ntwo three\nfour',
    }))

  it('writes exponents and indices in the characters that Unicode has', () =>
    becomes({
      '10<sup>6</sup> CFU, 10<SUP>&minus;3</SUP>, m<sup>2</sup>': '10⁶ CFU, 10⁻³, m²',
      'CO<sub>2</sub>, NO<sub>x</sub>': 'CO₂, NOₓ',
      'x<sup>n+1</sup>, e<sup>x+y</sup>, e<sup>x</sup>, V<sub>DD</sub>, a<sub>B,2</sub>':
        'xⁿ⁺¹, e^(x+y), e^x, V_DD, a_(B,2)',
      '20<sup>th</sup>, Brand<sup>TM</sup>': '20th, Brand™',
      '<i>E. coli</i> <sup><b>2</b></sup>': 'E. coli ²',
    }))
})

describe('Markdown', () => {
  it('goes where it can be nothing else', () =>
    becomes({
      '![Plant](https://example.org/p.png "Plant") text': 'Plant text',
      'see [the paper](https://example.org/a_(b)) now': 'see the paper now',
      'see [the paper][1]\n\n[1]: https://example.org': 'see the paper',
      '[![badge](b.svg)](https://example.org)': 'badge',
      '# Title #\n\n**Strong** and *E. coli* and ***both***': 'Title\n\nStrong and E. coli and both',
      '采用**光伏**技术': '采用光伏技术',
      '__very strong__ ~~old~~ `code`': 'very strong old code',
      '```js\nx = 1\n```': 'x = 1',
      'one\n\n---\n\ntwo': 'one\n\ntwo',
      '| a | b |\n|---|:-:|\n| 1 | 2 |': 'a | b\n1 | 2',
      '<https://example.org/a>': 'https://example.org/a',
      '[Solar](<https://example.org/a b>) [pump]()': 'Solar pump',
      '![][logo]Solar ![pump][fig 1]': 'Solar pump',
    }))

  it('leaves what only looks like it', () =>
    survive(
      'f[i](x), arr[0](arg), [Fe](OH)',
      '5 * 3 * 2, a**b**c, A* and B*, *p = *q',
      'snake_case_name, __init__, _foo_',
      '#1 choice, C# and F#',
      '- one\n- two\n* three',
      'pH 5 - 7; > 90 %',
      '> 90 % of users',
      '[1] first, [2] second',
    ))
})

describe('residues of Word and PDF', () => {
  it('go', () =>
    becomes({
      '<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->Text<o:p></o:p>':
        'Text',
      '<![if !supportLists]>1.<![endif]> <st1:City w:st="on">Hue</st1:City>': '1. Hue',
      'Normal 0 false false false EN-US X-NONE X-NONE MicrosoftInternetExplorer4 Text': 'Text',
      '/* Style Definitions */ table.MsoNormalTable {mso-style-name:"Table Normal"; mso-x:0;} Text': 'Text',
      '\x13 HYPERLINK "https://example.org" \x14label\x15': 'label',
      'HYPERLINK "https://example.org" \\l "a" label { PAGEREF _Toc1 \\h }': 'label',
      'one\x0btwo\x0cthree': 'one\ntwo\nthree',
      'one_x000D_\ntwo_x000d_three': 'one\ntwo\nthree',
      'Figure SEQ Figure \\* ARABIC 1 of REF _Ref1234567 \\h \\* MERGEFORMAT Table 2': 'Figure 1 of Table 2',
      'TOC \\o "1-3" \\h \\z \\u _Toc123456789 Solar': 'Solar',
      'FORMTEXT Solar EMBED Equation.3 pump': 'Solar pump',
      '@page WordSection1 {size:595.3pt 841.9pt;}\np.MsoNormal, li.MsoNormal {margin:0cm;} Solar': 'Solar',
      'don\x92t \x96 35\x1e40': 'don’t – 35-40',
      '\x8c \x1e': '\x8c \x1e',
      '\uf0b7\u00a0\u00a0one\n\uf0a7 two\n·\u00a0\u00a0 three\n(cid:127) four': '- one\n- two\n- three\n- four',
      '5 \uf06dm, \uf0b1 2 \uf0b0C': '5 μm, ± 2 °C',
      'eﬃcient ﬁlter': 'efficient filter',
      'photo\u00advoltaic \ufeffcell\u200b \u202ax\u202c \u2066y\u2069': 'photovoltaic cell x y',
    }))

  it('join words cut by a line end, and keep hyphens of the words themselves', () =>
    becomes({
      'photo-\nvoltaic, photo\u00ad\nvoltaic, photo\x02\nvoltaic': 'photovoltaic, photovoltaic, photovoltaic',
      'irri-  \n  gation': 'irrigation',
      '<p>photo-\nvoltaic near-\ninfrared\ncells</p>': 'photovoltaic near-infrared cells',
      '<p>Ein-\nund Ausgabe</p>': 'Ein- und Ausgabe',
      'near-\ninfrared, high-\npressure, water-\nbased': 'near-infrared, high-pressure, water-based',
      '5-\n10, COVID-\n19, X-\nray, e-\nmail, Sino-\nThai': '5-10, COVID-19, X-ray, e-mail, Sino-Thai',
      'bio-char … bio-\nchar': 'bio-char … bio-char',
      'Ein-\nund Ausgabe': 'Ein- und Ausgabe',
      'list -\nnext': 'list -\nnext',
    }))
})

describe('a line', () => {
  it('has no line breaks', () =>
    assert.equal(toPlainLine('<p>Solar</p><p>pump\u2028for\r\nrice</p>'), 'Solar pump for rice'))
})
