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
// [LandfillGas] is the CH4 in a volume of landfill gas, volume × share × density. A volume that does
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
// # Biological treatment
//
// [Biological] is composting or anaerobic digestion (chapter 4). M is wet or dry, and each
// factor says in its unit which it is per; one of the other weight is refused, as is one that
// says none.
//
//	CH4 = M × EF_CH4 - R                                                   eq. 4.1
//	N2O = M × EF_N2O                                                       eq. 4.2
//
// The IPCC's factors of digestion are net of recovery, and nothing is subtracted again: of
// digestion it is always stated what the factor is ([Counting]). Without a factor a gas is NE.
// N2O of digestion, which the IPCC calls negligible, is stated as 0 or is NE.
//
// # Incineration and open burning
//
// [Incineration] and [OpenBurning] are of municipal waste, industrial waste, sludge or any
// other (chapter 5), with IW the wet weight in t and SW that of a component, its amount or
// IW × WF:
//
//	CO2 fossil    = sum of SW × dm × CF × FCF × OF × 44/12                 eq. 5.1, 5.2
//	CO2 biogenic  = sum of SW × dm × CF × (1 - FCF) × OF × 44/12           a memo
//	CO2 of liquid = IW × CL × OF × 44/12                                   eq. 5.3, [LiquidWaste]
//	CH4, N2O      = IW × EF, or IW × DM × EF of one per dry waste          eq. 5.4, 5.5
//	IW            = P × P_frac × MSW_P × B_frac × 365, burnt in the open   eq. 5.7
//
// 44/12 or 3.664 is part of the method. The tables print CH4 in kg/Gg and N2O in g/t, some
// wet and some dry: a factor keeps its unit and says its weight, and is converted. OF is 1
// in an incinerator; in the open it is 0.58 by the Guidelines of 2006 and 0.71 by the
// Refinement, which are [Defaults]. Components that are less than the waste are a finding: the
// rest has no fossil carbon. More are refused.
//
// Where the energy of an incinerator is used, which is always stated ([Energy]), the emissions
// are the energy sector's, and IE in waste: [Records] makes the lines of both, and never a
// number in both.
//
// # Waste water
//
// [DomesticWastewater] is methane and [DomesticNitrogen] N2O of the waste water of people
// (chapter 6), with U the share of an income group, T that of its people who use a way of
// treatment or discharge, and I (F_IND-COM) the factor for industry in the same sewers. The
// people are multiplied by U, never divided; U × T adds up to 1 over all ways, or is
// refused. The sludge of methane is mass of BOD, that of N2O mass of N. By the Guidelines of
// 2006, for each way j:
//
//	TOW[j] = P × U × T × BOD × I × 365                                     eq. 6.3
//	CH4 = sum of (TOW[j] - S × U × T) × Bo × MCF - R                       eq. 6.1, 6.2
//	N   = P × Protein × F_NPR × F_NON-CON × F_IND-COM - N_sludge           eq. 6.8
//	N2O of plants   = P × T_plant × F_IND-COM × EF_plant                   eq. 6.9
//	N2O of effluent = (N - N2O of plants × 28/44) × EF_effluent × 44/28    eq. 6.7, Box 6.1
//
// I may differ between ways, so that S is shared among them by U × T: where I is one for all
// this is equation 6.1 as printed. By the Refinement sludge and recovery are of each way, and
// what is discharged after treatment emits again ([Discharge]):
//
//	CH4[j] = (TOW[j] - S[j]) × Bo × MCF - R[j]                             eq. 6.1
//	S[j] = sludge × K_rem, or of septic tanks TOW × F × 0.5                eq. 6.3B, 6.3C
//	CH4 of effluent = sum of TOW[j] × (1 - TOW_REM) × Bo × MCF of waters   eq. 6.3D
//	N[j] = P × U × T × Protein × F_NPR × N_HH × F_NON-CON × F_IND-COM      eq. 6.10
//	N2O of treatment = sum of N[j] × EF × 44/28                            eq. 6.9
//	N2O of effluent  = sum of N[j] × (1 - N_REM) × EF_effluent × 44/28     eq. 6.7, 6.8
//
// Untreated discharge is a way with a factor of 0 of which all goes to water. Protein is what is
// eaten: supply × F_PC. F_IND-COM of what is not collected is 1: the Refinement prints 0, which
// would leave nothing. Emission factors that it prints beside MCF are rounded otherwise (0.068
// for 0.6 × 0.11).
//
// [IndustrialWastewater] is methane of industry with its own treatment; its N2O, of the
// Refinement alone, is NE:
//
//	CH4 = sum of (P × W × COD - S) × Bo × MCF - R                          eq. 6.4 to 6.6
//
// # Defaults
//
// [WastewaterDefaults] are those of waste water, and [Defaults] those of all other waste. A printed range, "-"
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
// for energy is I.4.1 or I.4.4. III.2, III.3 and III.4 are biological treatment, incineration
// and open burning, and waste water, in the same three parts. CH4 is non-fossil; CO2 of
// decaying waste is biogenic and not reported; N2O of landfills is not significant.
package waste
