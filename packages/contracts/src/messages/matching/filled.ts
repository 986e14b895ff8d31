/** The text with a value for each `{name}`; what a value says is not read again. */
export const filled = (
  text: string,
  params: Readonly<Record<string, unknown>>,
  write: (value: unknown, name: string) => string,
): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => write(params[name], name))
