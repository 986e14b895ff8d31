import { type Message, render, type TermsFinding } from '@techbridge/contracts'

/** A finding whose message is of the catalogue. */
export type Finding = Message & Pick<TermsFinding, 'severity' | 'places' | 'message'>

const finding =
  (severity: Finding['severity']) =>
  (said: Message, ...places: string[]): Finding => ({ severity, places, message: render(said), ...said })

export const error = finding('error')
export const warning = finding('warning')
