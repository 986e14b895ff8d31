export { type LibreTranslateOptions, openLibreTranslate } from './libretranslate.ts'
export { type OpenAiOptions, openOpenAi } from './openai.ts'
export { NotTranslated, type Translator } from './translator.ts'
