package strategy_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A wedge chart for a spreadsheet: windows and boilers that meet on the gas.
func ExampleWedges_WriteCSV() {
	gas := on("I.1.1", "gas", "")
	plan, _, _ := strategy.NewPortfolio(town(
		action("windows", "E", share(gas, "30%", strategy.Overlapping)),
		action("boilers", "E", share(gas, "20%", strategy.Overlapping)),
	))
	base, _ := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "40000"}))
	e, _ := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	wedges, _ := e.Wedges(strategy.ByAction)
	if err := wedges.WriteCSV(os.Stdout, ghg.Kilotonne, 1); err != nil {
		fmt.Println(err)
	}
	// Output:
	// year,id,name,name_ko,amount (kt CO2e),upper (kt CO2e),lower (kt CO2e)
	// 2030,windows,windows,,10.8,40.0,29.2
	// 2030,boilers,boilers,,6.8,29.2,22.4
}

func TestWedgesWriteCSV(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	late := strategy.Effect{On: gas, Cuts: must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2035: ghg.MustShare("5%")}))}
	formula := action("=1+1", "E", late)
	b := must(strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "40000"})))
	e, err := portfolio(t, town(formula, action("b", "E", share(gas, "10%", 0)))).Evaluate(b, strategy.Expected, strategy.Shapley)
	require.NoError(t, err)
	w, err := e.Wedges(strategy.ByAction)
	require.NoError(t, err)
	var out strings.Builder
	require.NoError(t, w.WriteCSV(&out, ghg.Tonne, 0))
	assert.NotContains(t, out.String(), "\n2030,=1")
	assert.ErrorContains(t, w.WriteCSV(&out, ghg.MassUnit{}, 0), "no unit given")
	assert.Error(t, w.WriteCSV(noPaper{}, ghg.Tonne, 0))
}

type noPaper struct{}

func (noPaper) Write([]byte) (int, error) { return 0, errors.New("no paper") }
