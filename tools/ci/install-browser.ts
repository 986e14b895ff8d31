import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const browser = '/usr/bin/chromium'
const poppler = '/usr/bin/pdftotext'
const font = '/usr/share/fonts/truetype/noto/NotoSansKhmer-Regular.ttf'

/** Chromium and fonts of all scripts of the console for the tests in a browser, and Poppler for those of PDF, from Debian. */
if (![browser, font, poppler].every(existsSync)) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) => execFileSync('apt-get', args, { stdio: 'inherit', env: environment })
  run('update', '--quiet')
  run(
    'install',
    '--yes',
    '--quiet',
    '--no-install-recommends',
    'chromium',
    'fonts-noto-core',
    'fonts-noto-cjk',
    'poppler-utils',
  )
}
