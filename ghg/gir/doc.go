// Package gir is the tree of the Korean regional greenhouse-gas statistics (지역
// 온실가스 통계, 온실가스종합정보센터) as a scheme, with the totals that a Korean local
// government states, 총배출량, 순배출량 and 관리권한 배출량, and with the Korean factors of
// electricity, heat and fuels.
//
// # The tree
//
// The [Scheme] has the blocks of the statistics ([Block]):
//
//   - direct emissions: energy (1), industrial processes (2), agriculture (4) and waste
//     where it is treated (6), with the codes of the national tree on the 1996 guidelines;
//   - removals: land use, land-use change and forestry (5), one line for all land;
//   - indirect emissions of electricity (EL) and of heat (HT), which repeat the tree of
//     fuel combustion: EL.1.A.4.b is the electricity of homes;
//   - waste where it is generated (WA), one line, wherever it is treated;
//   - memo items (M), which are in no total.
//
// Records sit on the lines at which the guideline's tables stand. What goes deeper (the
// animals of 4.A, the branches of 1.A.2, the kinds of land of 5) is told by
// [ghg.Record.Activity]. A category is read by its code or as the guideline writes its
// row: 전력-A.연료연소-4.기타-b.가정.
//
// 농경지토양 간접배출, N2O by way of air and water, is named indirect and is a direct
// emission: it is part of 4.D (footnote of table 10).
//
// # Totals
//
//	Gross                총배출량           direct, without land use
//	Net                  순배출량           Gross + land use
//	Indirect             간접배출량          EL + HT + WA
//	RegionWithoutSinks   지역 배출량         Gross − 1.A.1.a − 6 + EL + HT + WA
//	RegionWithSinks                      the same + land use
//	ManagedWithoutSinks  관리권한(흡수원 제외)  15 rows of table 10
//	ManagedWithSinks     관리권한(흡수원 포함)  16 rows of table 10
//
// Indirect emissions stand in place of the power stations' direct ones, and waste where
// it is generated in place of waste where it is treated: [ghg.NewView] refuses a view
// that holds both of a pair. Each view may be added between places that do not overlap,
// and [ghg.View.Addable] says why. That holds of one view: a place that counts waste by
// generator and one that counts it by treatment have two views ([ghg.View.Waste]), and
// those do not meet.
//
// A city that counts more, such as industry, has a list of its own: a view made with
// [ghg.NewView] on the same scheme, which is told apart from the guideline's.
//
// Road transport (1.A.3.b) is estimated by distance (VKT) or by fuel. The two are
// [ghg.DistanceBased] and [ghg.FuelBased] figures of one line and never added: where an
// inventory holds both, choose with [ghg.View.WithVariant].
//
// # Sectors
//
// The managed authority is five sectors: 건물, 수송, 농축산, 폐기물, 흡수원 ([Sectors]).
// Each is a view. Electricity and heat of homes, shops and offices are in 건물, the
// electricity of road vehicles is in 수송. [Lines] says for each line of the tree which
// sector has it, or why none has: fuel of farms (1.A.4.c), rail, industry, power stations
// (1.A.1.a) and waste where it is treated are left out.
//
// # The national tree
//
// [National] is the tree of the national inventory on the 1996 guidelines, with [NationalGross]
// and [NationalNet]. Package crosswalk takes it, and the regional tree, to the 2006 IPCC
// Guidelines and the GPC.
//
// # Sheets
//
// [ReadSheet] reads a sheet of the statistics, saved as CSV: one place and one way to
// estimate road transport, years as columns, the direct block beside the indirect one. It is
// built from a description of the layout alone. Rows that are sums are kept as totals and
// held against the lines, parts of a line are kept beside it, and a row that is not known is
// kept as unmapped, with its label: none of them is in a record. [JoinSheets] makes one of the
// two sheets of a place.
//
// # Factors
//
// Korean factors are sets of package factor: each value has the years that it is of, the
// day from which it counts, its warming potentials, standing, confidence and source.
//
//	ConsumptionEnd         전력배출계수(소비단), GIR     0.4594, 0.4781, 0.4541, 0.4330, 0.4173
//	GenerationEnd          전력배출계수(발전단), GIR     for what is measured at a power plant
//	ConsumptionEnd1996     소비단, 1996 지침            0.3996, beside 0.4173 in one notice
//	Notice2020304          환경부고시 2020-304           0.45941, prescribed
//	ReductionUnitGrid      within 감축원단위 of 2024-09  0.4781, prescribed
//	HeatFactor             열 배출계수                  of each branch of 한국지역난방공사
//	NetCalorific           순발열량                     Energy Act Enforcement Rule, by fuel
//	GrossCalorific         총발열량                     the same
//	CarbonContent          탄소함량, GIR                diesel and city gas
//	TradingCarbonContent   탄소함량, K-ETS              prescribed, by fuel
//
// The grid factor of a year and the one in force on a day are two questions
// ([factor.Set.OfYear], [factor.Set.InForceOn]). Until 2025 GIR published means of three
// years; the notice of 2025-12-18 has a mean (0.4330, 2021 to 2023) and a single year
// (0.4173, 2023), and which of them is meant has to be said ([factor.Set.Only]). Single years
// before 2023 (0.4509, 0.4312) were worked out for reference and come only by name, their
// warming potentials not stated. The mean is kept as it is printed: that of the three printed
// years is 0.43313.
//
// The tables have no consumption-end factor for 2018, the base year of every plan: the first
// was published on 2019-01-02, and the only single year is 2023. Both questions refuse 2018;
// [factor.ByYear] takes the city's own with its source.
//
// Factors until 2024 are on SAR, those since 2025-03-31 on AR5 and on the 2006 Guidelines: a
// series over both has findings for each, and one metric only by its gases, which the mean of
// 2025-12-18 does not have. 0.3996 is not 0.4173 on SAR: that would be 0.4176.
//
// Calorific values hold from 2017-12-28 to 2022-11-20, and from 2022-11-21 on, both ends
// included: a year that holds the change is split ([factor.Set.During]), or a day is chosen.
// Of the later list only diesel, city gas (LNG) and one coal were found; the other fuels have
// none from that day on. The 71,600 kg of CO2 of the trading scheme for a TJ of petrol come
// only of its own ratio, 3.664 ([factor.AtomicWeights]).
//
// Heat of 2024 is CO2 alone: CH4 and N2O were not found ([factor.FindingLacks]). National
// factors of heat are of unknown source and come only by name. All tables are known at second
// hand (data/emission_factors.tsv, data/calorific_values.tsv, data/carbon_contents.tsv); the
// edition of the guidelines behind a factor is our own mapping, but for the notice of
// 2025-12-18.
//
// # What the law counts
//
// The Framework Act on Carbon Neutrality and Green Growth (기후위기 대응을 위한 탄소중립·
// 녹색성장 기본법, in force 2026-05-12) counts direct emissions and the indirect ones of
// electricity and heat that others supply (§2(6)), and removals by land use (§2(8)). Waste
// where it is generated is in the guidelines alone: [Block.InAct].
//
// # What is allowed
//
// Notation keys are NO, NE, IE, C and NA (own choice: the guideline was not seen).
// Removals are allowed in 5. The metric is that of the question: statistics on the 1996
// guidelines are on SAR, those on the 2006 guidelines on AR5.
//
// Methane of unstated origin follows the category as in the table of the GPC: fossil in
// 1.B, open in 2, else not fossil (own mapping).
//
// A view requires a number or a key for each of its lines, but for those that were never
// seen by name ([FromLayout]).
//
// # Sources
//
// Table 10 of the ministry's guideline of September 2024 (환경부, 지자체 탄소중립 녹색성장
// 기본계획 수립 및 추진상황 점검 가이드라인) is known by a third party's transcription
// (data/managed_authority_2024.tsv); confidence medium-high. The direct tree is that of
// the national inventory, the indirect one follows from the layout of the sheets of the
// regional statistics (data/regional_2024.tsv). GIR's own sheets follow the 2006
// guidelines and were not seen: they may have lines that are not here. [Line.Provenance]
// says of each line how it is known.
//
// # Errors
//
// A code or label that is not of the tree is refused with a [*ghg.UnknownError], and so is
// a fuel or a supplier of heat that the tables lack; in a file of records it is a fault of
// its line, and the rest is read.
//
// A sheet whose name, format or header does not stand is refused with a [ghg.Fault]. A
// cell that is no number, a figure without a label and a row that is there twice are faults
// of their line, of which nothing is used; the rest is read. Findings: a row that is not
// known ([FindingUnmapped]), rows that name another place than the sheet
// ([FindingSheetPlace]), two sheets that differ beyond road transport
// ([FindingSheetsDiffer]).
package gir
