package main

import (
	"strings"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

// tree is a scheme with the views that are asked for.
type tree struct {
	name     string // that -scheme asks for
	title    words.Term
	scheme   ghg.Scheme
	views    []ghg.View
	variants []ghg.Variant // that its views take
}

// trees are those that -scheme may name.
func trees() ([]tree, error) {
	own, err := gyeongnam()
	return []tree{
		{"gpc", words.Term{En: gpc.Scheme.Name(), Ko: gpc.Scheme.Name()}, gpc.Scheme, gpc.Views(), []ghg.Variant{ghg.LocationBased}},
		{"gir", words.Term{En: gir.Scheme.Name(), Ko: "온실가스종합정보센터(GIR) 지역 통계"}, gir.Scheme,
			[]ghg.View{gir.Gross, gir.Net, gir.ManagedWithoutSinks, gir.ManagedWithSinks}, nil},
		own,
	}, err
}

// treeOf is the tree of a name.
func treeOf(name string) (tree, error) {
	all, err := trees()
	var names []string
	for _, t := range all {
		if t.name == name {
			return t, err
		}
		names = append(names, t.name)
	}
	return tree{}, spoken.New("-scheme is one of %s", "-scheme에는 다음 가운데 하나를 적어야 합니다: %s", strings.Join(names, ", "))
}

// table is what the centre of South Gyeongsang prints of each municipality: direct and
// indirect emissions by row. The rows of buildings are sums, and stand on no record.
var table = []struct {
	code, parent string
	name         words.Term
}{
	{"D.ROAD", "", words.Term{En: "road transport, by distance", Ko: "수송(도로, VKT 기준)"}},
	{"D.BLD", "", words.Term{En: "buildings", Ko: "건물"}},
	{"D.BLD.COM", "D.BLD", words.Term{En: "commercial and public", Ko: "상업/공공"}},
	{"D.BLD.RES", "D.BLD", words.Term{En: "residential", Ko: "가정"}},
	{"D.AGR", "", words.Term{En: "agriculture", Ko: "농업"}},
	{"D.LAND", "", words.Term{En: "land use", Ko: "LULUCF"}},
	{"D.WASTE", "", words.Term{En: "waste treated", Ko: "폐기물(처리)"}},
	{"I.TRA", "", words.Term{En: "transport, electricity", Ko: "수송(간접, 전력)"}},
	{"I.BLD", "", words.Term{En: "buildings, indirect", Ko: "건물(간접)"}},
	{"I.BLD.COM.E", "I.BLD", words.Term{En: "commercial and public, electricity", Ko: "상업/공공(간접, 전력)"}},
	{"I.BLD.RES.E", "I.BLD", words.Term{En: "residential, electricity", Ko: "가정(간접, 전력)"}},
	{"I.BLD.COM.H", "I.BLD", words.Term{En: "commercial and public, heat", Ko: "상업/공공(간접, 열)"}},
	{"I.BLD.RES.H", "I.BLD", words.Term{En: "residential, heat", Ko: "가정(간접, 열)"}},
	{"I.WASTE", "", words.Term{En: "waste generated", Ko: "폐기물(발생)"}},
}

// gyeongnam is the table as a scheme of one's own, with a view for each of its halves: the
// model for a table of another province.
func gyeongnam() (tree, error) {
	const source = "map of the carbon neutrality centre of South Gyeongsang"
	d := ghg.SchemeDefinition{ID: "Gyeongnam table", Source: source, Keys: []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C}}
	direct := ghg.ViewDefinition{Name: "direct", NameKo: "직접배출", Source: source, Addable: true, Waste: ghg.WasteByTreatment,
		Why: "each tonne is emitted, or taken up, in one place"}
	indirect := ghg.ViewDefinition{Name: "indirect", NameKo: "간접배출", Source: source, Addable: true, Waste: ghg.WasteByGenerator,
		Why: "energy stands where it is used and waste where it is generated, without power stations and treatment: " +
			"each tonne stands in one place"}
	for _, row := range table {
		isSum := row.code == "D.BLD" || row.code == "I.BLD"
		d.Nodes = append(d.Nodes, ghg.Node{Code: row.code, Parent: row.parent, Name: row.name.En, NameKo: row.name.Ko, Reportable: !isSum,
			Negative: row.code == "D.LAND"})
		of := &direct
		if strings.HasPrefix(row.code, "I.") {
			of = &indirect
		}
		if !isSum {
			of.Categories = append(of.Categories, row.code)
			if !strings.HasSuffix(row.code, ".H") { // few places have district heat
				of.Required = append(of.Required, row.code)
			}
		}
	}
	t := tree{name: "gyeongnam", title: words.Term{En: "Gyeongnam table", Ko: "경상남도 배출량 표"}}
	var err error
	if t.scheme, err = ghg.NewScheme(d); err != nil {
		return t, err
	}
	for _, v := range []ghg.ViewDefinition{direct, indirect} {
		v.Scheme = t.scheme
		view, err := ghg.NewView(v)
		if err != nil {
			return t, err
		}
		t.views = append(t.views, view)
	}
	return t, nil
}

// row is the view of one category of another view.
func (t tree) row(of ghg.View, code string) (ghg.View, error) {
	can, why := of.Addable()
	return ghg.NewView(ghg.ViewDefinition{Name: code, Scheme: t.scheme, Categories: []string{code}, Required: []string{code},
		Variants: t.variants, Addable: can, Why: why})
}
