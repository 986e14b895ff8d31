const most = 20
const range = /^\s*([a-z]{1,8}(?:-[a-z\d]{1,8})*)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i

/**
 * The language tags that `Accept-Language` asks for (RFC 9110, 12.5.4), the most wanted first. What is not a range is passed over, as a
 * wrong header must not keep anybody from an answer; so is `*`, which asks for nothing in particular.
 */
export const acceptedLanguages = (header: string | undefined): string[] =>
  (header ?? '')
    .split(',')
    .slice(0, most)
    .flatMap((part) => {
      const [, tag, quality = '1'] = part.match(range) ?? []
      return tag && Number(quality) > 0 ? [{ tag, quality: Number(quality) }] : []
    })
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
