/** The pairs that a good matcher finds in the sample: the same subject, and territory, deal type and readiness fit. */
export const expectedPairs: { need: string; offer: string }[] = [
  { need: 'durian-maturity-sorting', offer: 'durian-ripeness-cold-chain' },
  { need: 'wet-season-paddy-drying', offer: 'husk-fired-paddy-dryer' },
  { need: 'coffee-processing-water', offer: 'water-saving-coffee-demucilager' },
  { need: 'dry-zone-solar-pumps', offer: 'solar-irrigation-pump' },
  { need: 'island-ice-supply', offer: 'solar-ice-maker' },
  { need: 'clean-cassava-stakes', offer: 'cassava-mosaic-field-test' },
  { need: 'shrimp-pond-disinfection', offer: 'shrimp-pond-electrolysis' },
  { need: 'fish-meal-substitute', offer: 'black-soldier-fly-meal' },
  { need: 'village-hydro-microgrid', offer: 'low-head-hydro-microgrid' },
  { need: 'island-battery-storage', offer: 'sodium-ion-storage' },
  { need: 'mill-effluent-biogas', offer: 'palm-effluent-biogas' },
  { need: 'rice-mill-own-power', offer: 'husk-gasifier-power' },
  { need: 'dengue-health-post-test', offer: 'dengue-combo-test' },
  { need: 'vivax-safe-treatment', offer: 'g6pd-point-of-care' },
  { need: 'village-tuberculosis-screening', offer: 'chest-x-ray-screening' },
  { need: 'off-grid-vaccine-cold-chain', offer: 'solar-vaccine-refrigerator' },
  { need: 'arsenic-free-village-water', offer: 'arsenic-adsorbent' },
  { need: 'brackish-water-for-orchards', offer: 'capacitive-desalination' },
]

/** Pairs of one subject that a hard condition, and only that one, keeps apart. */
export const nearMisses: { need: string; offer: string; because: 'territory' | 'dealType' | 'trl' }[] = [
  { need: 'chilli-drying', offer: 'greenhouse-solar-dryer', because: 'territory' },
  { need: 'snakebite-antivenom', offer: 'thermostable-antivenom', because: 'territory' },
  { need: 'automatic-rubber-tapping', offer: 'rubber-tapping-robot', because: 'trl' },
  { need: 'diabetic-foot-dressing', offer: 'honey-chitosan-dressing', because: 'trl' },
  { need: 'latex-factory-odour', offer: 'rubber-sulphate-wastewater', because: 'dealType' },
]
