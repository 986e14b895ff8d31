import { connect, type Socket } from 'node:net'

/** Sends bytes to a loopback port; returns whether the response satisfies `answered` within two seconds. */
export const asks = (
  port: number,
  request: Buffer,
  answered: (soFar: Buffer) => boolean,
  open: (port: number) => Socket = (port) => connect({ port, host: '127.0.0.1' }),
): Promise<boolean> =>
  new Promise((resolve) => {
    let soFar: Buffer = Buffer.alloc(0)
    const socket = open(port)
    const settle = (outcome: boolean) => {
      socket.destroy()
      resolve(outcome)
    }
    socket.setTimeout(2000, () => settle(false))
    socket.on('error', () => settle(false))
    socket.on('close', () => settle(false))
    socket.on('connect', () => socket.write(request))
    socket.on('data', (chunk: Buffer) => {
      soFar = Buffer.concat([soFar, chunk])
      if (answered(soFar)) settle(true)
    })
  })
