import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a command to its end; what it says goes to the standard error of this process. */
export const run = async (file: string, args: string[], env: Record<string, string> = {}): Promise<void> => {
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] })
  const [code, signal] = await once(child, 'close')
  if (code !== 0) throw new Error(`${file} ended with ${signal ?? `code ${code}`}`)
}
