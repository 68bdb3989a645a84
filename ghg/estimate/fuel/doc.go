// Package fuel estimates what fuel emits that is burnt in one place, stationary combustion of
// IPCC 2006, volume 2, chapter 2; and gas that escapes from networks, of chapter 4.
//
// # Equation
//
//	CO2, CH4, N2O = fuel × emission factor                              eq. 2.1 and 2.2
//	CO2           = energy (net) × carbon × oxidation × 44/12           tier 2, by carbon content
//	energy (net)  = fuel × NCV                                          fuel in mass or volume
//	              = fuel × NCV / GCV                                    fuel in gross energy
//	fuel (mass)   = fuel (volume) × density
//
// # Choices
//
// The biogenic share of the carbon is always asked: 0 of a fossil fuel, 1 of biomass, as a
// share of the energy in between. Biogenic CO2 is a memo item (CO2(b)) and in no total; CH4
// and N2O of all the fuel count. Peat is fossil (V2, 2.3.3.4).
//
// Energy is net. What a bill states in gross energy takes both calorific values; energy that
// does not say which it is, a volume without its conditions beside a calorific value per
// Nm3, and litres beside one per kilogram without a density are refused.
//
// How much CO2 a method makes of carbon, 44/12 or 3.664, is part of the method
// ([factor.CarbonRatio]).
//
// # Gas that escapes
//
//	[Distribution]  CH4, CO2 = Σ gas or length × emission factor      eq. 4.2.1; 4.2.17 of the Refinement
//	[PostMeter]     CH4, CO2 = Σ vehicles, appliances, gas of industry × factor        eq. 4.2.18
//
// Factors per gas and per length are alternatives: a network that has both is refused, and
// where length is known the Refinement prefers it. Storage has factors of its own in the
// Refinement alone. Methane of natural gas is fossil, that of biogas is not, and CO2 of
// biogas is not reported. Where appliances are not counted, the Refinement takes two for
// each meter, and one in warm regions. GPC: I.8.1.
//
// # Defaults
//
// [Default] is the combustion of a fuel by the tables of the Guidelines: calorific value and
// CO2, of the sector CH4 and N2O, and whether it is biomass. Factors of CO2 are as printed,
// oxidation in them; they are not made anew of the carbon content. All values, with those of
// networks, are in [Defaults]. The Refinement has no such table of fuels of its own here.
package fuel
