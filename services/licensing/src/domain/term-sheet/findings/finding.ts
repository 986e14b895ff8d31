import { type Message, render, type TermsFinding } from '@techbridge/contracts'

const finding =
  (severity: TermsFinding['severity']) =>
  (said: Message, ...places: string[]): TermsFinding => ({ severity, places, message: render(said), ...said })

export const error = finding('error')
export const warning = finding('warning')
