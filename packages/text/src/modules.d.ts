declare module 'myanmar-tools' {
  const tools: { ZawgyiDetector: new () => { getZawgyiProbability(text: string): number } }
  export default tools
}
declare module 'rabbit-node' {
  const rabbit: { zg2uni(text: string): string }
  export default rabbit
}
declare module 'opencc-js/to/cn' {
  const groups: readonly (readonly string[])[]
  export default groups
}
declare module 'opencc-js/from/twp' {
  const groups: readonly (readonly string[])[]
  export default groups
}
