import type { Difference, Refusal } from '@techbridge/plain-text'
import { type Message, message } from './message.ts'

/** Why a text cannot be made plain. */
export const refusalMessage = ({ what, found, position }: Refusal): Message => {
  switch (what) {
    case 'control-character':
      return message('plain.control-character', { character: found, position })
    case 'reversed':
      return message('plain.reversed', { position })
    case 'private-use':
      return message('plain.private-use', { character: found, position })
    case 'glyph':
      return message('plain.glyph', { glyph: found, position })
    case 'file':
      return message('plain.file', { format: found })
  }
}

/** What became of a text that was made plain. */
export const changeMessage = (difference: Difference): Message =>
  difference.to === undefined ? message('change.removed', difference) : message('change.replaced', difference)
