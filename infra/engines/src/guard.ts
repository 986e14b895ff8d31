import { identify, isAlive, type ProcessId } from './process.ts'

/** Process groups that must not outlive this process, each with a member that proves that the group is still ours. */
const guarded = new Map<number, ProcessId>()

/** From now on the process group dies when this process ends or is interrupted. */
export const guard = (group: number, member: ProcessId | undefined): void => {
  listen()
  if (member) guarded.set(group, member)
}

/** The same for a child that was started in a process group of its own (`detached`). */
export const guardChild = (pid: number): void => guard(pid, identify(pid))

/** From now on the process group outlives this process. */
export const release = (group: number): void => void guarded.delete(group)

export const killGroup = (group: number): void => {
  const member = guarded.get(group)
  if (member && isAlive(member)) process.kill(-group, 'SIGKILL')
  guarded.delete(group)
}

const killAll = () => {
  for (const group of guarded.keys()) killGroup(group)
}

let listening = false
const listen = () => {
  if (listening) return
  listening = true
  process.once('exit', killAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const end = () => {
      // Other listeners decide when to end; what is left dies at the exit. On a second signal there may be no other listener.
      if (process.listenerCount(signal) > 1) return
      killAll()
      process.off(signal, end)
      process.kill(process.pid, signal)
    }
    process.on(signal, end)
  }
}
