package gir

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/emission_factors.tsv
var emissionText string

//go:embed data/factor_sets.tsv
var factorSetText string

// The words of the columns kind, standing and confidence.
var (
	factorKinds     = words.SetOf(factor.KindNotStated, nil)
	factorStandings = words.SetOf(factor.Approved, map[string]factor.Standing{"reference": factor.Reference})
)

// factorSet is a named set with what the tables call it.
type factorSet struct {
	key string
	factor.Set[factor.Emission]
}

// The sets of the grid are variables; those of heat are made when they are asked for.
var (
	gridSets = mustFactorSets("electricity")
	heatSets = sync.OnceValue(func() []factorSet { return mustFactorSets("heat") })
)

// Emission factors of the grid, per MWh, as GIR publishes them (전력배출계수). Electricity
// that was metered at its user takes the consumption end; the generation end leaves out
// what the lines and the plants themselves use.
var (
	ConsumptionEnd = mustFactorSet("consumption end")
	GenerationEnd  = mustFactorSet("generation end")

	// ConsumptionEnd1996 is what the notice of 2025-12-18 prints beside the factor of 2023:
	// 0.3996 on the 1996 Guidelines and SAR. Edition and data differ from the other, not the
	// metric alone.
	ConsumptionEnd1996 = mustFactorSet("consumption end, IPCC 1996")
)

// Emission factors of the grid that a rule prescribes, per MWh. They are of no day and
// year: ask [factor.Set.Prescribed].
var (
	// Notice2020304 is 0.45941, of 환경부고시 2020-304.
	Notice2020304 = mustFactorSet("notice 2020-304")
	// ReductionUnitGrid is 0.4781, which stands in the reduction units on electricity of
	// the guideline of 2024-09.
	ReductionUnitGrid = mustFactorSet("reduction units 2024-09")
)

func mustFactorSet(key string) factor.Set[factor.Emission] {
	for _, s := range gridSets {
		if s.key == key {
			return s.Set
		}
	}
	panic("gir: no set of factors " + words.Quote(key))
}

// mustFactorSets are the sets of factors of electricity or of heat.
func mustFactorSets(of string) (out []factorSet) {
	rows := map[string][]table.Row{}
	for r := range table.MustRead(emissionText, append(publishedColumns, "set", "kind", "from", "to", "edition", "metric", "per", "total",
		"gases", "lacks")...).Rows() {
		rows[r.Cell("set")] = append(rows[r.Cell("set")], r)
	}
	for r := range table.MustRead(factorSetText, "set", "of", "en", "ko", "source").Rows() {
		if r.Cell("of") != of {
			continue
		}
		d := factor.SetDefinition[factor.Emission]{Name: words.Term{En: r.Cell("en"), Ko: r.Cell("ko")}, Of: of, Source: r.Cell("source")}
		for _, v := range rows[r.Cell("set")] {
			p := mustPublished(v, mustEmission(v))
			p.Kind = mustFind(factorKinds, v.Cell("kind"))
			p.From, p.To, p.Edition, p.Lacks = mustYear(v.Cell("from")), mustYear(v.Cell("to")), v.Cell("edition"), v.Cell("lacks")
			d.Values = append(d.Values, p)
		}
		out = append(out, factorSet{r.Cell("set"), must(factor.NewSet(d))})
	}
	return out
}

// publishedColumns are the columns that all tables of factors have.
var publishedColumns = []string{"name", "on", "standing", "confidence", "source", "note"}

// mustPublished is a value with the columns that all tables of factors have.
func mustPublished[T fmt.Stringer](r table.Row, value T) factor.Published[T] {
	return factor.Published[T]{Name: r.Cell("name"), Value: value, On: mustDay(r.Cell("on")),
		Standing: mustFind(factorStandings, r.Cell("standing")), Confidence: mustConfidence(r.Cell("confidence")),
		Source: r.Cell("source"), Note: r.Cell("note")}
}

func mustEmission(r table.Row) factor.Emission {
	var total ghg.Figure
	var metric ghg.Metric
	if r.Cell("total") != "" {
		total = must(ghg.ParseFigure(r.Cell("total"), ghg.Tonne))
		metric = must(ghg.ParseMetric(r.Cell("metric")))
	}
	var gases []ghg.Mass
	for _, text := range r.List("gases") {
		gases = append(gases, must(ghg.ParseMass(text)))
	}
	return must(factor.NewEmission(must(ghg.ParseUnit(r.Cell("per"))), total, metric, gases...))
}

func mustDay(text string) ghg.Date {
	if text == "" {
		return ghg.Date{}
	}
	return must(ghg.ParseDate(text))
}

func mustYear(text string) int {
	if text == "" {
		return 0
	}
	return must(strconv.Atoi(text))
}

// must is for the embedded tables, which a test reads.
func must[T any](v T, err error) T {
	if err != nil {
		panic("gir: " + err.Error())
	}
	return v
}

// HeatFactor is the set of factors of district heat, per TJ, that a name means: a branch of
// the Korea District Heating Corporation ("대구지사", "Daegu"), or the national factors of
// unknown source, which are given only by name. Any other name is a [*ghg.UnknownError].
func HeatFactor(name string) (factor.Set[factor.Emission], error) {
	e := &ghg.UnknownError{What: "factors of heat", ID: name}
	for _, s := range heatSets() {
		full := s.Name()
		for _, n := range [...]string{s.key, full.En, full.Ko, branchOf(full.Ko)} {
			if words.Fold(n) == words.Fold(name) {
				return s.Set, nil
			}
		}
		e.Allowed = append(e.Allowed, s.key)
	}
	return factor.Set[factor.Emission]{}, e
}

// branchOf is what stands in brackets at the end of the name of a set.
func branchOf(name string) string {
	i := strings.LastIndexByte(name, '(')
	return strings.TrimSuffix(name[i+1:], ")")
}
