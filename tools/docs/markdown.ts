import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const files = (root: string) =>
  globSync('**/*.md', { cwd: root, exclude: (name) => name === 'node_modules' || name.startsWith('.') }).sort()

const withoutBlocks = (text: string) => text.replace(/^( *)(`{3,})[\s\S]*?^ *\2$/gm, '')
const isElsewhere = (link: string) => /^[a-z][a-z+.-]*:/i.test(link)
const links = (text: string) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)

/** Paths from the root in code spans. A name with a placeholder in it is none. */
const codePaths = (text: string) =>
  [...text.matchAll(/`((?:packages|services|infra|docs|tools|bench)\/[\w.@/-]+)`/g)].map(([, path = '']) => path)

/** As GitHub makes the anchor of a heading. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\- ]/gu, '')
    .replaceAll(' ', '-')
const anchors = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading))

/** Links and paths in the Markdown files under `root` that lead nowhere. */
export const brokenReferences = (root: string): string[] =>
  files(root).flatMap((file) => {
    const text = withoutBlocks(readFileSync(join(root, file), 'utf8'))
    const brokenLinks = links(text).filter((link) => {
      if (isElsewhere(link)) return false
      const [path = '', fragment] = link.split('#')
      const target = path ? join(root, dirname(file), path) : join(root, file)
      if (!existsSync(target)) return true
      if (!fragment || !target.endsWith('.md')) return false
      return !anchors(withoutBlocks(readFileSync(target, 'utf8'))).includes(fragment)
    })
    const brokenPaths = codePaths(text).filter((path) => !existsSync(join(root, normalize(path))))
    return [...brokenLinks, ...brokenPaths].map((reference) => `${file}: ${reference} does not exist`)
  })
