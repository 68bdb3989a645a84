//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package strategy_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/beside"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/activity"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/estimate/industry"
	purchased "github.com/localghg/localghg/ghg/estimate/power"
	"github.com/localghg/localghg/ghg/estimate/transport"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/localghg/localghg/ghg/series"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/localghg/localghg/strategy/topdown"
	"github.com/localghg/localghg/strategy/track"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/budget"
	"github.com/localghg/localghg/target/claim"
	"github.com/localghg/localghg/target/netzero"
	"github.com/localghg/localghg/target/trend"
)

// closedSets are all closed sets of the library: a type that has no Korean method does not
// compile here.
var closedSets = []words.Named{
	ghg.CalorificBasis(0), ghg.Confidence(0), ghg.Dimension(0), ghg.Element(0), ghg.Entry(0), ghg.Key(0), ghg.Quality(0),
	ghg.Scope(0), ghg.Severity(0), ghg.Status(0), ghg.Variant(0), ghg.WasteConvention(0), ghg.Why(0),
	beside.Kind(0),
	bridge.CauseKind(0), bridge.ChangeKind(0),
	carveout.Ownership(0),
	crosswalk.Basis(0), crosswalk.Kind(0), crosswalk.Placing(0), crosswalk.Reason(0),
	derivation.Kind(0), derivation.Mode(0),
	drivers.Attribution(0), drivers.KayaFactor(0), drivers.WeatherDependence(0),
	estimate.Edition(0), fuel.Sector(0), purchased.Carrier(0), purchased.End(0),
	industry.Dust(0),
	activity.Months(0), estimate.Edition(0), fuel.NetworkGas(0), fuel.Sector(0), purchased.Allocation(0), purchased.Carrier(0),
	purchased.Convention(0), purchased.End(0), purchased.HeatRule(0), purchased.Origin(0),
	transport.Form(0), transport.Mode(0), transport.OnRoad(0),
	waste.Basis(0), waste.Counting(0), waste.Discharge(0), waste.Energy(0), waste.Excess(0), waste.MethaneRatio(0), waste.Timing(0),
	waste.Treatment(0),
	factor.CarbonRatio(0), factor.Kind(0), factor.Rule(0), factor.Standing(0),
	gir.Block(0), gir.Provenance(0),
	ledger.Faulty(0),
	place.Kind(0), place.Level(0),
	rank.Direction(0), rank.MissingRule(0), rank.PercentileRule(0), rank.QuantileRule(0), rank.TieRule(0),
	rollup.By(0), rollup.Nesting(0), rollup.StatisticKind(0),
	series.Line(0), series.Move(0), series.Position(0), series.Ratio(0), series.Territory(0),
	sink.Between(0), sink.Unit(0),
	words.Language(0),
	strategy.Counting(0), strategy.Funds(0), strategy.GovernanceLevel(0), strategy.Grouping(0), strategy.Interaction(0),
	strategy.JudgedAs(0), strategy.Kind(0), strategy.PartnerRole(0), strategy.Purpose(0), strategy.Stage(0),
	strategy.TaskState(0),
	cost.Order(0), cost.PerTonneDefinition(0), cost.Perspective(0), cost.Timing(0),
	credit.BuyerType(0),
	korea.Boundary(0), korea.CheckedKind(0), korea.EmissionKind(0), korea.GovernmentKind(0), korea.PlanPart(0),
	korea.ProjectKind(0), korea.Scenario(0), korea.Status(0), korea.TargetLevel(0), korea.TimeBasis(0),
	managed.Position(0),
	participation.EvidenceLevel(0),
	scenario.Role(0),
	selection.Choice(0), selection.Method(0), selection.Objective(0),
	topdown.BaseCuts(0),
	track.CausalEffect(0), track.Confidence(0), track.Credibility(0), track.Fulfilment(0), track.IndicatorLevel(0),
	track.Timeliness(0), track.UpdateState(0), track.Weighting(0),
	target.AccessionRule(0), target.BaselineKind(0), target.Decision(0), target.JudgedBy(0), target.Standing(0),
	target.Status(0), target.UnitStatus(0), target.UnitType(0), target.VersionKind(0),
	budget.Answer(0), budget.Counting(0),
	claim.Follows(0), claim.Verdict(0),
	netzero.CheckResult(0), netzero.Kind(0), netzero.ReplacementRule(0),
	trend.Answer(0), trend.Likelihood(0),
}

var hasWord = regexp.MustCompile(`[a-z]{2}`)

// Every value of a closed set has its name in Korean, another than the others of its set.
func TestClosedSetsHaveKorean(t *testing.T) {
	values, names := closedSetValues(t), setTable(t)
	listed := map[string]bool{}
	for _, zero := range closedSets {
		set := reflect.TypeOf(zero)
		name := strings.TrimPrefix(set.PkgPath(), "github.com/localghg/localghg/") + "." + set.Name()
		listed[name] = true
		assert.NotEmpty(t, values[name], name)
		english := map[string]string{} // by the Korean
		for _, value := range values[name] {
			v := reflect.New(set).Elem()
			v.SetUint(value)
			x := v.Interface().(words.Named)
			en, ko := x.String(), x.Korean()
			switch {
			case en == "":
				assert.Empty(t, ko, "%s %d", name, value)
			case hasWord.MatchString(en): // "1:1" is the same in both
				assert.Regexp(t, `\p{Hangul}`, ko, "%s %q", name, en)
			default:
				assert.NotEmpty(t, ko, "%s %q", name, en)
			}
			before, taken := english[ko]
			assert.False(t, taken && before != en, "%s: %q and %q are both %q", name, before, en, ko)
			english[ko] = en
			delete(names, [2]string{name, en})
		}
		for _, value := range []uint64{0, 200} { // what is not there, or not stated
			v := reflect.New(set).Elem()
			v.SetUint(value)
			delete(names, [2]string{name, v.Interface().(words.Named).String()})
			assert.NotContains(t, v.Interface().(words.Named).Korean(), "%!", "%s %d", name, value)
		}
	}
	for name := range values {
		assert.True(t, listed[name], "closedSets lacks %s", name)
	}
	assert.Empty(t, names, "words/data/sets.tsv has names that no set has")
}

// closedSetValues are the constants of every exported type of a small number that has a
// String method, by the source: what it imports is not needed for them.
func closedSetValues(t *testing.T) map[string][]uint64 {
	t.Helper()
	out := map[string][]uint64{}
	for _, top := range []string{"ghg", "target", "strategy"} {
		require.NoError(t, filepath.WalkDir(filepath.Join("..", top), func(dir string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() || strings.Contains(dir, "internal") {
				return err
			}
			files, err := filepath.Glob(filepath.Join(dir, "*.go"))
			require.NoError(t, err)
			set, parsed := token.NewFileSet(), []*ast.File(nil)
			for _, file := range files {
				if !strings.HasSuffix(file, "_test.go") {
					f, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
					require.NoError(t, err)
					parsed = append(parsed, f)
				}
			}
			path := filepath.ToSlash(strings.TrimPrefix(dir, ".."+string(filepath.Separator)))
			p, _ := (&types.Config{Error: func(error) {}, IgnoreFuncBodies: true}).Check(path, set, parsed, nil)
			for _, name := range p.Scope().Names() {
				c, isConst := p.Scope().Lookup(name).(*types.Const)
				if !isConst || !c.Exported() {
					continue
				}
				n, _ := types.Unalias(c.Type()).(*types.Named)
				if n == nil || n.Obj().Pkg() != p || !n.Obj().Exported() || !types.Identical(n.Underlying(), types.Typ[types.Uint8]) || !hasString(n) {
					continue
				}
				v, isExact := constant.Uint64Val(c.Val())
				require.True(t, isExact, "%s.%s", path, name)
				id := path + "." + n.Obj().Name()
				out[id] = append(out[id], v)
			}
			return nil
		}))
	}
	return out
}

func hasString(n *types.Named) bool {
	for m := range n.Methods() {
		if m.Name() == "String" {
			return true
		}
	}
	return false
}

// setTable are the rows of the table of names.
func setTable(t *testing.T) map[[2]string]bool {
	t.Helper()
	text, err := os.ReadFile("../ghg/words/data/sets.tsv")
	require.NoError(t, err)
	out := map[[2]string]bool{}
	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if strings.HasPrefix(line, "#") || line == "set\tenglish\tkorean" {
			continue
		}
		cells := strings.Split(line, "\t")
		require.Len(t, cells, 3, "line %d", i+1)
		id := [2]string{cells[0], cells[1]}
		assert.False(t, out[id], "%v is there twice", id)
		out[id] = true
	}
	return out
}
