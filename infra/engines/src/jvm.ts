/**
 * Leaves out Java's second compiler, which takes half of the processor time that an engine needs to start. Engines are started often
 * and run briefly here, on machines that run everything else too; the compiler pays off only later.
 */
export const quickStart = '-XX:TieredStopAtLevel=1'
