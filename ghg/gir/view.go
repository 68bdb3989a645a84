package gir

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/standard"
)

// Why totals of places may be added.
const (
	whereEmitted = "each tonne is emitted, or taken up, in one place"
	whereUsed    = "energy stands where it is used and waste where it is generated, without power stations and treatment: " +
		"each tonne stands in one place"
)

// The totals of the direct block.
var (
	// Gross is 총배출량: all direct emissions, without land use.
	Gross = view("gross", "총배출량", whereEmitted, func(n node) bool { return n.block == Direct })
	// Net is 순배출량: Gross and land use, which is below zero where forests grow.
	Net = view("net", "순배출량", whereEmitted, func(n node) bool { return n.block == Direct || n.block == Removals })
)

// Indirect is 간접배출량 합계: electricity, heat and waste where it is generated. It
// stands beside the direct block of the statistics, and is added to it only without power
// stations and the treatment of waste, as in [RegionWithoutSinks].
var Indirect = view("indirect", "간접배출량", whereUsed,
	func(n node) bool { return n.block == Electricity || n.block == Heat || n.block == Generated })

// The totals of the guideline's table of the region: direct emissions but those of
// power stations (1.A.1.a) and of the treatment of waste, and all indirect ones.
var (
	RegionWithoutSinks = view("region without sinks", "지역 배출량(흡수원 제외)", whereUsed,
		func(n node) bool { return n.inRegion() && n.block != Removals })
	RegionWithSinks = view("region with sinks", "지역 배출량(흡수원 포함)", whereUsed, node.inRegion)
)

// The totals of the managed authority (관리권한 인벤토리): the 16 rows of table 10,
// in the edition of September 2024, as a third party transcribed it.
var (
	// ManagedWithoutSinks is 합계(흡수원 제외): 15 rows.
	ManagedWithoutSinks = view("managed authority without sinks", "관리권한 배출량(흡수원 제외)", whereUsed,
		func(n node) bool { return n.sector() != "" && n.block != Removals })
	// ManagedWithSinks is 합계(흡수원 포함): all 16.
	ManagedWithSinks = view("managed authority with sinks", "관리권한 배출량(흡수원 포함)", whereUsed,
		func(n node) bool { return n.sector() != "" })
)

// The sectors of the managed authority. Together they are [ManagedWithSinks], and
// no two hold one line.
var (
	Buildings   = sector("buildings", "건물")
	Transport   = sector("transport", "수송")
	Agriculture = sector("agriculture", "농축산")
	Waste       = sector("waste", "폐기물")
	Sinks       = sector("sinks", "흡수원")
)

// Views are all of them: gross, net and indirect; of the region and of the managed
// authority, without and with sinks; then the sectors.
func Views() []ghg.View {
	return append([]ghg.View{Gross, Net, Indirect, RegionWithoutSinks, RegionWithSinks, ManagedWithoutSinks, ManagedWithSinks}, Sectors()...)
}

// Sectors are the five of the managed authority, in the order of the guideline. Each is
// a view: its total has coverage, findings and variants as any other.
func Sectors() []ghg.View { return []ghg.View{Buildings, Transport, Agriculture, Waste, Sinks} }

// inRegion says whether the guideline's table of the region has the line.
func (n node) inRegion() bool { return n.Code != powerStations && n.leftOut != "treatment" }

// sector is the sector of table 10 in Korean, or "".
func (n node) sector() string { return table10[n.Code] }

func sector(name, nameKo string) ghg.View {
	return view(name, nameKo, whereUsed, func(n node) bool { return n.sector() == nameKo })
}

func view(name, nameKo, why string, takes func(node) bool) ghg.View {
	d := ghg.ViewDefinition{Name: name, NameKo: nameKo, Scheme: Scheme, Addable: true, Why: why}
	d.Categories, d.Required = codes(takes)
	d.Waste = wasteOf(takes)
	switch why {
	case whereEmitted:
		d.Source = "Framework Act on Carbon Neutrality and Green Growth §2; sums of the national inventory"
	default:
		d.Source = guideline + ", table 10 (transcribed; confidence medium-high)"
	}
	return ghg.MustPublishedView(standard.GIRRegional202409, d)
}

// wasteOf is how a view counts waste: the scheme lets none hold both.
func wasteOf(takes func(node) bool) ghg.WasteConvention {
	for _, n := range nodes {
		switch {
		case !n.Reportable || !takes(n):
		case n.Code == generatedWaste:
			return ghg.WasteByGenerator
		case n.leftOut == "treatment":
			return ghg.WasteByTreatment
		}
	}
	return ghg.NoWasteConvention
}
