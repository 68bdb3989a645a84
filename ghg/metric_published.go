package ghg

import (
	"iter"

	"github.com/shopspring/decimal"
)

// The metrics of the IPCC's reports. All have a horizon of 100 years, but for
// those named GWP20.
var (
	// Unstated is the metric of figures whose source does not say. Figures in
	// it meet only each other, and masses of CO2, which count 1 in any metric.
	Unstated = Metric{&metric{id: "", title: "metric not stated", gwp: onlyCO2}}

	// CO2Only is the convention of figures of CO2 alone: CO2 counts 1 and any other
	// gas 0. A base or target in CO2 is on it, and meets no CO2e of more gases,
	// whatever their metric. Its amounts are written in CO2: "9396000 tCO2".
	CO2Only = Metric{&metric{id: "CO2Only", title: "CO2 alone: other gases count 0",
		source: "convention: one tonne of CO2 counts 1 in every metric", gwp: co2AndNoOther}}

	SAR = inTable("SAR", "SAR", "IPCC Second Assessment Report (1995), GWP100", oneCH4, "AR2", "SARGWP100")
	TAR = inTable("TAR", "TAR", "IPCC Third Assessment Report (2001), GWP100", oneCH4, "AR3", "TARGWP100")
	// AR4 is Table 2.14 of the report. Species that only 40 CFR 98 lists are in
	// [CFR98].
	AR4 = inTable("AR4", "AR4", "IPCC Fourth Assessment Report (2007), GWP100, Table 2.14", oneCH4, "AR4GWP100")
	// CFR98 is 40 CFR 98 Table A-1 as it stood before 2025, but for 29 species
	// whose values of that time were not found, HFE-227ea among them (the header
	// of data/gwp.tsv lists them), and its default values for groups: AR4 and, for
	// species that AR4 lacks, mostly AR5.
	CFR98 = inTable("CFR98", "CFR98", "40 CFR 98 Table A-1 before 2025, without 29 species, GWP100", oneCH4)
	// AR5 counts all methane 28, as the UNFCCC and Korea use it.
	AR5 = inTable("AR5", "AR5", "IPCC Fifth Assessment Report (2013), GWP100, Table 8.A.1", oneCH4, "AR5GWP100")
	// AR5Split counts fossil methane 30, other methane 28.
	AR5Split = inTable("AR5Split", "AR5", "AR5, GWP100, methane by origin", splitCH4)
	// AR5Feedback includes climate-carbon feedback for all gases; methane is 34.
	AR5Feedback = inTable("AR5Feedback", "AR5CCF", "AR5 with climate-carbon feedback, GWP100, Table 8.SM.16", oneCH4, "AR5CCF", "AR5CCFGWP100")
	// AR6 counts fossil methane 29.8, other methane 27.0, and SF6 24300. For
	// SF6 the sources conflict: the August 2021 supplement printed 25200, the
	// published Table 7.SM.7 has 24300.
	AR6 = inTable("AR6", "AR6", "IPCC Sixth Assessment Report (2021), GWP100, Tables 7.15 and 7.SM.7", splitCH4)
	// AR6Single counts all methane 27.9.
	AR6Single = inTable("AR6Single", "AR6", "AR6, GWP100, one value for methane", oneCH4)

	TARGWP20 = inTable("TAR-GWP20", "TAR20", "IPCC Third Assessment Report (2001), GWP20", oneCH4, "TARGWP20")
	AR4GWP20 = inTable("AR4-GWP20", "AR4_20", "IPCC Fourth Assessment Report (2007), GWP20", oneCH4, "AR4GWP20")
	AR5GWP20 = inTable("AR5-GWP20", "AR5_20", "IPCC Fifth Assessment Report (2013), GWP20", oneCH4, "AR5GWP20")
	// AR6GWP20 counts all methane 81.2 and has no SF6: its 20-year value rests
	// on the correction described at [AR6].
	AR6GWP20 = inTable("AR6-GWP20", "AR6_20", "IPCC Sixth Assessment Report (2021), GWP20, one value for methane", oneCH4, "AR6GWP20")
)

func published() []Metric {
	return []Metric{SAR, TAR, AR4, CFR98, AR5, AR5Split, AR5Feedback, AR6, AR6Single, TARGWP20, AR4GWP20, AR5GWP20, AR6GWP20}
}

// AllMetrics yields the published metrics, oldest report first.
func AllMetrics() iter.Seq[Metric] {
	return func(yield func(Metric) bool) {
		for _, m := range published() {
			if !yield(m) {
				return
			}
		}
	}
}

func inTable(id MetricID, column, title string, gwp func(*metric, Gas) (decimal.Decimal, bool), aliases ...string) Metric {
	return withBasket(metric{id: id, title: title, source: "ghg/data/gwp.tsv, edition " + gwpEdition + ", column " + column,
		aliases: aliases, gwp: gwp, column: column})
}

// oneCH4 reads a column with one value for methane of any origin.
func oneCH4(m *metric, g Gas) (decimal.Decimal, bool) {
	if g == CH4Fossil || g == CH4NonFossil {
		g = CH4
	}
	v, ok := g.row().gwp[m.column]
	return v, ok
}

// splitCH4 reads a column where methane counts by its origin.
func splitCH4(m *metric, g Gas) (decimal.Decimal, bool) {
	if g == CH4 {
		return decimal.Decimal{}, false
	}
	v, ok := g.row().gwp[m.column]
	return v, ok
}
