/** What the rules say of what crosses a border. */
export const clearanceMessages = {
  'clearance.no-rules': () => 'There are no rules yet that say whether this may cross the border. That clears nothing.',
}
