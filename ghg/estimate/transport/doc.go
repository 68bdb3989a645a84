// Package transport estimates what road, rail, water-borne and other transport emits: IPCC
// 2006, volume 2, chapter 3, and the methods of the GPC, chapter 7.
//
// # Equations
//
//	Sales        E = fuel × EF                                      eq. 3.2.1, 3.2.3; 3.3.1, 3.4.1, 3.5.1, 3.6.1
//	             CO2 = fuel × (1 − share) × EF, CO2(b) = fuel × share × EF of the biofuel
//	Distance     E = Σ classes: vehicle-km × EF                     eq. 3.2.5, without cold starts
//	             EF = a·v^b, a·v² + b·v + c, b·v + c or b/v + c     g/vehicle-km, v in km/h
//	Consumption  fuel = vehicles × km × consumption                 eq. 3.2.6; E = fuel × EF
//	ASIF         E = Σ kinds: A × S × I / load × F                  GPC
//	Electric     E = vehicles × km × kWh/vehicle-km × EF, or metered × EF
//	Urea         CO2 = solution × 12/60 × purity × 44/12            eq. 3.2.2
//
// # Fuel or distance
//
// Fuel sold and distance driven tell the same vehicles twice: two figures and their
// difference, never a sum. Records say which they are (fuel-based; distance-based), and a
// view that would hold both for one category is refused until one is chosen
// (ghg.View.WithVariant). What is sold in a place is not what is driven in it; with both
// known, Consumption tells the difference in a finding and in its derivation.
//
// # Biofuel
//
// The share of biofuel is always asked, 0 of a fossil fuel, and between 0 and 1 what it is a
// share of: of a blend by volume the factors are per volume, for litres of its parts differ
// in energy. CO2 of the biofuel is a memo item, CO2(b); CH4 and N2O of all the blend count.
//
// # Factors
//
// Factors per distance are of a class of vehicles on a kind of road. [KoreanVehicles] has the
// Korean curves of speed; a class that is not in them is refused, and no neighbour's is
// taken. Their source says neither edition nor range of speed, which is a finding; a curve
// that states its range refuses speeds out of it, and so does one whose factor falls below
// 0. A power of the speed is exp(b·ln v), both to 30 decimal places. A gas of
// which one class has no factor is NE, with a finding: the rest would look like all.
//
// [Defaults] are the factors of fuel of the Guidelines. CH4 of petrol differs by technology,
// which is to be named; of methane slip all is non-fossil (combustion).
//
// # What is reported where
//
// GPC: fuel and distance inside the boundary are scope 1 (II.x.1), electricity scope 2
// (II.x.2), the part outside of trips that cross the boundary scope 3 (II.x.3). By induced
// activity ([Trips]) trips within count in full, trips across the boundary by half, trips
// that pass through not at all. Korea: 1.A.3.
//
// Electricity that vehicles take behind the meter of a building is of transport alone: what
// [Electric.Used] gives is taken out of the building's line (power.Purchase, Elsewhere).
//
// Starts of cold engines, landings and take-offs (tier 2 and 3 of aviation), and fuel of
// international bunkers are not here.
//
// # Rounding
//
// Products and sums are exact; quotients are rounded to estimate.Places decimal places.
//
// # Findings
//
//	speed-range-not-stated     the source of a curve does not say for which speeds it holds
//	fuel-by-distance-differs   fuel by distance is not what was sold
package transport
