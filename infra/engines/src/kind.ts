import type { Tool } from './tools.ts'

export const engineNames = ['kafka', 'elasticsearch', 'mongodb'] as const
export type EngineName = (typeof engineNames)[number]

/** What is installed and run here: the engines, the proxy that simulates a bad network in front of them, and a server of S3 for tests. */
export type ProgramName = EngineName | 'toxiproxy' | 'versitygw'

/** Where one engine runs: its installation (shared, read only), its own folder, and its loopback ports. */
export interface Place {
  home: string
  folder: string
  ports: number[]
  /** The advertised port, where it is not the first one. */
  advertisedPort?: number | undefined
}

export interface Command {
  file: string
  args: string[]
  env?: Record<string, string>
  /** For a command that ends when the engine is up and leaves the engine's pid in this file. */
  pidFile?: string
}

/** What is installed once, for all work trees. */
export interface Installable {
  title: string
  /** Folder of the installation, below the cache. */
  folder: string
  /** A file whose presence shows that the installation is complete. */
  proof: string
  /** The amount to download, for the message before the download. */
  size: string
  install(home: string): Promise<void>
}

/** One engine: how it is installed, configured, started and checked. */
export interface Kind extends Installable {
  name: ProgramName
  toolsToInstall: Tool[]
  toolsToRun: Tool[]
  /** How many ports it listens on; clients connect to the first. */
  portCount: number
  /** Writes the configuration; makes an empty data folder ready for use. Runs before each start. */
  prepare(place: Place): Promise<void>
  command(place: Place): Command
  /** Whether it serves at this moment, checked over the network; `false` instead of an error. */
  isReady(port: number): Promise<boolean>
  /** The variables that point services at it. */
  environment(port: number): Record<string, string>
}
