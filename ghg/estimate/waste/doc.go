// Package waste estimates what the treatment and disposal of waste emits: IPCC 2006, volume
// 5, its Refinement of 2019, and chapter 8 of the GPC.
//
// # Landfills
//
// [Landfill] is first-order decay (chapter 3), for each stream of waste with its own
// carbon and rate of decay; bulk waste is one stream. With W the waste deposited in year
// y, in t, H the carbon that is left at the end of a year, in t C:
//
//	D[y] = W[y] × DOC × DOCf × MCF                                        eq. 3.2
//	H[y] = D[y] × Left + H[y - 1] × Decay                                 eq. 3.4, 3A1.14
//	Decomposed = D[T] × (1 - Left) + H[T - 1] × (1 - Decay)               eq. 3.5, 3A1.15
//	CH4 of a stream = Decomposed × F × 16/12                              eq. 3.6
//	CH4 emitted = (sum of the streams - R) × (1 - OX)                     eq. 3.1
//	DOC = sum over parts of share × DOC of the part                       eq. 3.7, GPC 8.1
//	carbon stored for long = W[T] × DOC × (1 - DOCf) × MCF                eq. 3A1.19
//
// Decay is e^-k, and Left what is left of the deposit of a year at its end ([Timing]).
// 16/12 or 1.336 is part of the method ([MethaneRatio]).
//
// # Timing
//
// [NextJanuary], start month 13 of the IPCC, has decay begin on 1 January of the year after
// (waste of a year is deposited on 1 July on average, with a delay of 6 months: 13 is a
// month, and no delay): no CH4 in the year of deposit. [Timing](7) to (13) are start months M, and
// Left = e^(-k (13 - M)/12), the delay being M - 7 months. [DepositYear] is equation 8.2 of
// the GPC and the tool of the CDM, sum over x of W[x] L0 (1 - e^-k) e^(-k (T - x)) up to x =
// T, one year earlier than the IPCC's. [EarlierDeposits] is the same up to x = T - 1:
// what decays within the first year is in no year then.
//
// # Deposits and recovery
//
// Deposits are stated for each year from the first on, 0 where there were none, up to the
// last that counts, or to the year in which they ended. Those of years to come say so
// ([ghg.Projected]). History that starts later than the landfill, or less than 50 years
// ago where its opening is not known, is a finding.
//
// Recovered CH4 is subtracted before oxidation. What was flared is gone but for biogenic
// CO2, a memo; what was used for energy is the energy sector's, CO2, CH4 and N2O of its
// combustion. More recovered than generated is refused, or treated as [Excess] names.
//
// [Commitment] is the methane commitment of the GPC (equations 8.3 and 8.4): all CH4 that
// the waste of one year will ever emit, in that year. DOCf is stated: 0.6 there, 0.5 with
// the IPCC. [Gas] is the CH4 in a volume of landfill gas, at stated conditions.
//
// # Defaults
//
// [Defaults] are those of the IPCC for all of waste but waste water. A printed range, "-"
// or a value in brackets is none: choose one and state it.
//
// # Rounding
//
// e^-k is to [DecayPlaces] decimal places; carbon left, CH4 of a stream and other quotients
// to [estimate.Places], each where its step says so.
//
// # Where it is reported
//
// GPC III.1.1, scope 1, is waste of the city's own in landfills within it; III.1.2, scope 3,
// its waste in landfills outside; III.1.3 that of others in landfills within it. Gas used
// for energy is I.4.1 or I.4.4. CH4 is non-fossil; CO2 of decaying waste is biogenic and not
// reported; N2O is not significant.
package waste
