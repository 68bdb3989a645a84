// Package waste estimates what the treatment and disposal of waste emits: IPCC 2006, volume
// 5, its Refinement of 2019, and chapter 8 of the GPC.
//
// # Landfills
//
// [Landfill] is first-order decay (chapter 3), for each stream of waste with its own
// carbon and rate of decay. Bulk waste is a stream too, with a DOC of its composition: waste is
// in one or the other. With W the waste deposited in a year, in t, H the carbon that is left
// at the end of a year and still decays, in t C, and T the year:
//
//	H[y] = W[y] × DOC × DOCf × MCF × Left + H[y - 1] × Decay               eq. 3.2, 3.4, 3A1.14
//	Decomposed = W[T] × DOC × DOCf × MCF × (1 - Left) + H[T - 1] × (1 - Decay)
//	                                                                       eq. 3.5, 3A1.15
//	CH4 generated, of a stream = Decomposed × F × 16/12                    eq. 3.6
//	CH4 emitted = (sum of the streams - R) × (1 - OX)                      eq. 3.1
//	DOC of mixed waste = sum of share × DOC of a part                      eq. 3.7, GPC 8.1
//	Stored = sum of W[T] × DOC × (1 - DOCf) × MCF                          eq. 3A1.19
//
// Decay is e^-k, and Left what the year of deposit leaves of its deposit ([Timing]). 16/12 or
// 1.336 is part of the method ([MethaneRatio]). Where DOC or MCF of waste changed, as with a
// new site, the deposits before and after are two streams. Stored is carbon that does not
// decay, for information: it is in no total.
//
// # Timing
//
// It is always stated, and one for all streams (the sheet for food in the IPCC's workbooks
// keeps its own start month whatever is asked; here it does not).
//
//	NextJanuary      Left = 1: no CH4 in the year of deposit. The default of the IPCC, start
//	                 month M = 13: 1 July on average and a delay of 6 months (13 is a month)
//	Timing(7) … (13) Left = e^(-k (13 - M)/12): start month M, a delay of M - 7 months
//	DepositYear      Left = Decay: sum over x ≤ T of W[x] L0 (1 - e^-k) e^(-k (T - x)), as
//	                 GPC 8.2 and the tool of the CDM write it, a year before the IPCC's
//	EarlierDeposits  the same sum over x < T: what decays within the year of deposit is in no
//	                 year, which is a finding
//
// # Deposits and recovery
//
// Deposits are stated for each year from the first on, 0 where there were none, up to the
// last that counts (T, or T - 1 where the deposit of T does not decay in it), or to the year in
// which they ended ([Stream].Ended): a year that is missing is refused. A year beyond the data
// takes deposits that say that they are projected ([ghg.Projected]), which is a finding.
// History that starts later than the landfill, or less than 50 years before T where its
// opening is not known, is one too.
//
// Recovered CH4 is subtracted before oxidation. What was flared is gone but for biogenic
// CO2, a memo; of what was used for energy CO2, CH4 and N2O are the energy sector's, and a
// finding says so. More recovered than generated is refused, or treated as [Excess] names.
// Credits that were sold are no deduction.
//
// [Gas] is the CH4 in a volume of landfill gas, volume × share × density. A volume that does
// not state its conditions (m3 for Nm3 or Sm3) is refused, as is a density of other conditions.
//
// # Methane commitment
//
// [Commitment] is all CH4 that the waste of one year will ever emit, in that year:
//
//	CH4 = MSW × L0 × (1 - f_rec) × (1 - OX)                                GPC 8.3
//	L0  = MCF × DOC × DOCf × F × 16/12                                     GPC 8.4
//
// DOCf is stated: 0.6 with the GPC, 0.5 with the IPCC.
//
// # Defaults
//
// [Defaults] are those of the IPCC for all of waste but waste water. A printed range, "-"
// or a value in brackets is none: choose one and state it. k is that of the table and not
// ln 2 / half-life, as the half-lives are rounded. The Refinement has DOCf by kind of waste,
// and its own MCF; what it does not print again stands under 2006.
//
// # Rounding
//
// e^-k is to [DecayPlaces] decimal places; carbon left in each year, CH4 and what else may have
// no last place to [estimate.Places], half away from zero. A series of years costs one
// recurrence, which is linear in years times streams.
//
// # Where it is reported
//
// GPC III.1.1, scope 1, is waste of the city's own in landfills within it; III.1.2, scope 3,
// its waste in landfills outside; III.1.3 that of others in landfills within it. Gas used
// for energy is I.4.1 or I.4.4. CH4 is non-fossil; CO2 of decaying waste is biogenic and not
// reported; N2O is not significant.
package waste
