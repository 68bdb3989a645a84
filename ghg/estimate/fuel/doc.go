// Package fuel estimates what fuel emits that is burnt in one place: stationary combustion
// of IPCC 2006, volume 2, chapter 2.
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
package fuel
