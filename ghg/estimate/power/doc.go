// Package power estimates electricity, heat, steam and cooling that a network supplies: scope
// 2 of the GPC, and the losses of the network, scope 3.
//
// # Equations
//
//	Purchase         E = (Q − Q counted elsewhere) × EF                scope 2, location-based
//	MarketBased      E = Σ min(covers; rest) × EF + rest × EF          scope 2, market-based
//	Losses           E = Q·l/(1−l) × EF        l a share of supply     scope 3 (I.x.3)
//	                 E = Q·l × EF              l a share of consumption
//	                 IE, in scope 2            the factor holds them
//	LossesAndOwnUse  E = Q × (EF use − EF generation) × share lost     scope 3 (I.x.3)
//	Boiler           E = Q / η × EF of the fuel                        scope 2
//	OffGrid          E = E of the plants × Q / sent out                scope 2
//	Cogeneration     E heat = E × A / (A + B), E power = E − E heat
//
// In Cogeneration A and B are H/e_H and P/e_P (efficiency), H and P (energy content), or
// H·(1 − T0/T) and P (work potential; of steam, the share of its heat that is work), as the
// GHG Protocol names them. What other tools call efficiency is sometimes another formula.
//
// Q is energy, as MWh, TJ or Gcal of 4.1868 GJ; it is told in the unit that the factor is per.
//
// # Factors
//
// A [Factor] is a total in CO2e, which stays on its metric, or masses of gases: one of them,
// for figures differ. [AsPrinted] and [ByGas] take a published factor, which a set of package
// factor gives for a year or for a day (gir.ConsumptionEnd, gir.HeatFactor); what is to be
// said of it comes along as findings. Factors of heat are local. Gases without a factor are NE,
// with a finding. CH4 is of combustion.
//
// # Choices
//
// Totals take the location-based figure. The market-based one stands beside it: records of
// either say which they are, and no total holds both. Instruments cover use in their order,
// and no more than there is. Without a residual mix the rest is of the grid, with a finding.
//
// A rate of losses says what it is a share of. With a factor of the consumption end, as the
// Korean ones mostly are, the losses are in scope 2: I.x.3 is IE and points there, and a rate
// on top is refused. What the two Korean ends differ by is of losses and of the plants' own
// use: without a split it is NE, with a finding that states it.
//
// Heat, steam and cooling: under the Korean Act (탄소중립기본법) they are indirect emissions
// only where they are made from fuel or electricity, so what they are made from is asked, and
// heat of incineration is refused.
//
// Vehicles: electricity for them is scope 2 of transport (II.x.2). Where they charge behind
// the meter of a building, [Purchase.Elsewhere] takes it out of the building's line.
//
// Isolated networks: the fuel of the plants is I.4.4, and use is by the factor that follows
// of it ([OffGrid]), never by a national one. I.4.4 stands in no total beside scope 2:
// ghg.NewView refuses a view of both.
//
// Electricity that a place makes for itself and uses is none of these: what is burnt for it
// is scope 1.
//
// # Rounding
//
// Products and sums are exact; quotients are rounded to [estimate.Places] decimal places. The
// two shares of a cogeneration add up to its total, to the last digit.
//
// # Findings
//
//	own-use-in-losses         what the ends of the grid differ by is not split
//	no-residual-mix           electricity that nothing covers is by the factor of the grid
//	instruments-above-use     instruments cover more than is used
//	efficiencies-do-not-fit   assumed efficiencies are more than 5 % off the plant's fuel
package power
