const digitsOf = (text: string) => [...text].map(Number)
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

/** Check digit of a Chinese application (GB/T, since 1989): weights 2 to 9, again from 2, modulo 11; 10 is X. */
export const checkDigitOfChina = (digits: string): string => {
  const rest = sum(digitsOf(digits).map((digit, place) => digit * ((place % 8) + 2))) % 11
  return rest === 10 ? 'X' : String(rest)
}

/** Check digit of a European application: weights 1 and 2 in turn, sum of the digits of the products, modulo 10. */
export const checkDigitOfEurope = (digits: string): string => {
  const products = digitsOf(digits).map((digit, place) => digit * ((place % 2) + 1))
  return String((10 - (sum(products.map((product) => sum(digitsOf(String(product))))) % 10)) % 10)
}
