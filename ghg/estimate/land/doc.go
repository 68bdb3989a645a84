// Package land estimates what agriculture, forestry and other land use emit and remove: IPCC
// 2006, volume 4, and its Refinement of 2019.
//
// # Livestock
//
// [Enteric] is CH4 of digestion, [ManureMethane] CH4 of manure, [ManureNitrogen] its direct
// N2O and [ManureIndirect] what comes of the nitrogen that leaves it (chapter 10). N are the
// animals of one category on average over the year:
//
//	N    = days alive × animals raised / 365                               eq. 10.1
//	CH4  = N × EF × (W / W_ref)^0.75                                       eq. 10.19, footnote of table 10.10
//	CH4  = N × EF                                                          eq. 10.22
//	EF   = VS × 365 × Bo × 0.67 × sum of MS × MCF                          eq. 10.23
//	VS   = GE × (1 - DE + UE) × (1 - ASH) / 18.45                          eq. 10.24
//	CH4  = N × VS × 365 × sum of MS × yield                                eq. 10.22 of the Refinement
//	VS   = VS_rate × TAM / 1000                                            eq. 10.22A of the Refinement
//	Nex  = N_rate × TAM / 1000 × 365                                       eq. 10.30
//	N2O  = N × Nex × sum of MS × EF3 × 44/28                               eq. 10.25
//	N2O indirect = N × Nex × (sum of MS × Frac_Gas × EF4 + sum of MS × Frac_Leach × EF5) × 44/28
//	                                                                       eq. 10.26 to 10.29
//
// UE is added to what is not digested: it is a share of GE too. The shares MS of all systems
// add up to 1. CH4 of manure has pasture as a system of its own; N2O states the share of
// pasture, and leaves its nitrogen to the soils. VS, MCF, EF and Nex are steps of the
// derivation. Leaching from manure is of tier 2 in 2006, where a system may state none; in the
// Refinement each states it. [ManureFactor] is the default of EF by region and temperature.
//
// # Soils
//
// [SoilNitrogen] is N2O of managed soils (chapter 11), F an input of nitrogen with the EF of
// its kind and water regime (EF1, EF1FR, EF3PRP), A an area of drained organic soil:
//
//	N2O direct = (sum of F × EF + sum of A × EF2) × 44/28                  eq. 11.1
//	N2O_ATD    = sum of F × Frac_GAS × EF4 × 44/28                         eq. 11.9
//	N2O_L      = sum of F × Frac_LEACH × EF5 × 44/28                       eq. 11.10
//	F of residues = AG × N_AG × (1 - removed) + BG × N_BG                  eq. 11.6
//	F of manure = N × Nex × MS × (1 - Frac_Loss) + bedding                 eq. 10.34
//
// Residues and nitrogen that mineralises do not volatilise: a fraction for them is refused.
// Frac_LEACH is 0 in a dry climate, and has to be said. [Liming] and [Urea] are CO2:
//
//	CO2 = (limestone × 0.12 + dolomite × 0.13) × 44/12                     eq. 11.12
//	CO2 = urea × 0.20 × 44/12                                              eq. 11.13
//
// [Rice] is CH4 of flooded rice by days (chapter 5), [SeasonalRice] that of the Revised
// Guidelines of 1996 by the season. All scaling factors are stated, 1 among them:
//
//	CH4 = EFc × SFw × SFp × SFo × days × area                              eq. 5.1, 5.2
//	SFo = (1 + sum of ROA × CFOA)^0.59                                     eq. 5.3, [Amendment]
//	CH4 = EFc of a season × SFw × SFo × area                               1996, Ch4.3
//
// A series that goes from one to the other changes its edition, and not its rice.
// [BiomassBurning] is CH4 and N2O of fires:
//
//	CH4, N2O = A × M_B × C_f × G_ef                                        eq. 2.27
//
// # Carbon of land
//
// CO2 of land is -44/12 times the change of a stock: above 0 it is emitted, below 0 removed.
// [estimate.Emissions] has both signs as masses of CO2, never of biogenic CO2, which is a memo.
// [GainLoss] is the biomass of a stand by what grew and was taken, [StockDifference] by two
// inventories of the growing stock (임목축적), which have what was taken in them already:
//
//	DC     = DC_G - DC_L                                                   eq. 2.7
//	DC_G   = A × G_W × (1 + R) × CF                                        eq. 2.9, 2.10
//	L_wood = H × BCEF_R × (1 + R) × CF                                     eq. 2.12 ([Bark])
//	L_fuel = (FG × BCEF_R × (1 + R) + FG_part × D) × CF                    eq. 2.13
//	L_dist = A_dist × B_W × (1 + R) × CF × fd                              eq. 2.14
//	DC     = (C_2 - C_1) / (t_2 - t_1),  C = A × V × D × BEF × (1 + R) × CF  eq. 2.8
//	DC     = (B_after - B_before) × A × CF                                 eq. 2.16, [Conversion]
//	DC     = (C_n - C_o) × A / T_on                                        eq. 2.23, [DeadMatter]
//	DC     = (SOC_after - SOC_before) / max(D; T)                          eq. 2.25, [MineralSoil]
//	SOC    = SOC_REF × sum of A × F_LU × F_MG × F_I
//	CO2    = A × EF × 44/12                                                eq. 2.26, [OrganicSoil]
//
// [MineralSoil] is of land that keeps its use and of land that changes it alike: the uses
// before and after are of the same area. R of wood that is taken is 0 by tier 1, and stated apart from that of growth. Land that came
// to another use in the year is equation 2.15: its [Conversion], and the [GainLoss] of it.
// Wood density, expansion factor and root ratio have no default here: those of a country's
// species are stated with their source. Each stand or stratum is an estimate of its own, and
// their records add up.
//
// # Urban trees
//
// [UrbanTrees] are those of settlements (chapter 8), by the area of crowns or by their number:
//
//	DC_G = A_T × CRW                                                       eq. 8.2
//	DC_G = sum of trees × C                                                eq. 8.3
//	DC   = DC_G - DC_L                                                     eq. 8.1
//
// DC_L is 0 while the trees are on average no older than AGP (20 years); of older trees it is
// asked. Planted trees of a plan are of package sink, where removals are positive: the growth
// of one tree is handed over with its sign changed (the example of UrbanTrees for sinks).
//
// # Choices
//
// 44/12 or 3.664 is part of the method ([factor.CarbonRatio]). The edition is stated where
// equations or factors differ, and a default of another edition is refused: editions do not
// mix in one sum. EF2 and growth of trees, which the Refinement does not print again, are of
// both. Quotients are rounded to [estimate.Places] decimal places, logarithms and powers to 30.
//
// # Defaults
//
// [Defaults] are the published parameters, and [Item] the names of what they are of, in
// English and Korean. By tier 1 of the Refinement animals of high and of low productivity are
// told apart, and low is that of regions other than North America, Europe and Oceania: the
// condition of the default says which. Factors of manure by temperature and reference stocks of soil carbon are
// of 2006 alone. Errors of the Guidelines are not copied: 0.75 for BCEF_R in the example of
// L_fuel (its result has 1.11), 36.9 and 1.5 for 30.9 and 1.8 in that of grassland, and 49.06
// and 130,000 for 48.096 and 81,600 in that of cropland of the Refinement. The examples of
// chapter 4 add bark to the roots, which equation 2.12 does not: [BarkAdded] is theirs.
//
// # Where it is reported
//
// GPC V.1 is livestock: enteric fermentation, and CH4 and direct N2O of manure. V.2 is land,
// where removals are allowed. V.3 is burning, liming, urea, rice, N2O of soils, and indirect
// N2O of manure. All are of BASIC+ and scope 1. CH4 is non-fossil.
package land
