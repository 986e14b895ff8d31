import { Presets, SingleBar } from 'cli-progress'
import type { Summary } from '../import/tally.ts'

export interface Progress {
  to(bytes: number, summary: Summary): void
  note(text: string): void
  stop(): void
}

/** How far a file is imported, as a bar on a terminal. Elsewhere only notes show. */
export const showProgress = (totalBytes: number): Progress => {
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} %  created {created}  unchanged {unchanged}  refused {refused}  {note}',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  )
  const onTerminal = process.stderr.isTTY === true
  if (onTerminal) bar.start(totalBytes, 0, { created: 0, unchanged: 0, refused: 0, note: '' })
  return {
    to: (bytes, { created, unchanged, refused }) => bar.update(bytes, { created, unchanged, refused, note: '' }),
    note: (text) => (onTerminal ? bar.update({ note: text }) : console.error(text)),
    stop: () => bar.stop(),
  }
}
