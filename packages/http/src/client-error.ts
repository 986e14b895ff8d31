import type { Server } from 'node:http'
import { message } from '@techbridge/contracts'
import { HttpProblem } from './problem.ts'

/** Responds to what Node's parser refuses before there is a request: with a problem like everywhere else, and closes the connection. */
export const answerClientErrors = (server: Server) => {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const { status, problem } = problemOf(error.code)
    const body = JSON.stringify(problem)
    const head = [
      `HTTP/1.1 ${status} ${problem.title}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

const problemOf = (code: string | undefined) => {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new HttpProblem(431, message('headers-too-large'))
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new HttpProblem(408, message('too-slow'))
    default:
      return new HttpProblem(400, message('malformed-request'))
  }
}
