/**
 * Leaves out Java's second compiler, which takes half of the processor time that an engine needs to start. Engines here are started
 * often and live briefly, on machines where everything else runs too; what the compiler gains comes later.
 */
export const quickStart = '-XX:TieredStopAtLevel=1'
